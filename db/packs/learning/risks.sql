-- Students whom somebody may be at risk of losing: what the scheduled task reads and writes, and what staff is shown.

-- name: risk_facts
-- A row a student who ever did something: when last, how much of late and before, newest scores (newest first), and the
-- class in which they are furthest behind the median of completed lessons of its course.
with students as materialized (
    select id from learning_students(:tenant, null, null, null)
), pace as (
    select q.person, sum(q.activities) filter (where q.t >= :late::timestamptz) as late,
           sum(q.activities) filter (where q.t < :late::timestamptz) as before
    from learning_quarters q
    where q.tenant_id = :tenant and q.t >= :early::timestamptz and q.t < :now::timestamptz
    group by q.person
), scores as (
    select a.person, array_agg(a.score::float8 order by a.t desc, a.event_id desc) as newest
    from learning_attempts a where a.tenant_id = :tenant and a.t >= :early::timestamptz and a.t < :now::timestamptz
    group by a.person
), done as materialized (
    select c.id as class, c.name, e.person, count(g.lesson) as completed
    from learning_classes c
    join learning_enrolments e on e.tenant_id = c.tenant_id and e.class = c.id and e.role = 'STUDENT' and e.active
    left join learning_lessons l on l.tenant_id = c.tenant_id and l.course = c.course
    left join learning_progress g on g.tenant_id = c.tenant_id and g.person = e.person and g.lesson = l.id
                                 and g.percent >= 100
    where c.tenant_id = :tenant and c.active
    group by c.id, c.name, e.person
), medians as (
    select class, percentile_cont(0.5) within group (order by completed) as median, count(*) as members
    from done group by class
), behind as (
    select distinct on (d.person) d.person, d.name, d.completed, m.median
    from done d join medians m using (class)
    where m.members >= 5
    order by d.person, m.median - d.completed desc, d.class
)
select s.id as person, st.last_active, coalesce(p.late, 0)::int as late, coalesce(p.before, 0)::int as before,
       coalesce(x.newest, '{}') as scores, b.name as class, b.completed::int as completed, b.median::float8 as median
from students s
join learning_standing st on st.tenant_id = :tenant and st.person = s.id and st.last_active is not null
left join pace p on p.person = s.id
left join scores x on x.person = s.id
left join behind b on b.person = s.id
order by s.id;

-- name: drop_risks!
delete from learning_risks where tenant_id = :tenant;

-- name: put_risks!
insert into learning_risks (tenant_id, person, score, reasons, found_at)
select :tenant, r.person, r.score, r.reasons, :now
from unnest(:people::text[], :scores::int[], :reasons::jsonb[]) as r (person, score, reasons);

-- name: risk_tenants
select distinct tenant_id from learning_schools order by tenant_id;

-- name: risks
-- A page of them, the most urgent first.
select r.person as student_id, p.first_name, p.last_name, r.score, r.reasons, r.found_at
from learning_risks r
join learning_people p on p.tenant_id = r.tenant_id and p.id = r.person
where r.tenant_id = :tenant and r.score >= :least
  and r.person in (select id from learning_students(:tenant, :school, :teacher, :group))
order by r.score desc, r.person
limit :limit offset :offset;

-- name: count_risks$
select count(*)
from learning_risks r
where r.tenant_id = :tenant and r.score >= :least
  and r.person in (select id from learning_students(:tenant, :school, :teacher, :group));

-- name: class_comparison
-- A row a class with what its students did in a period; a small class says nothing of its few students.
with members as (
    select c.id, c.name, c.course, e.person
    from learning_classes c
    join learning_enrolments e on e.tenant_id = c.tenant_id and e.class = c.id and e.role = 'STUDENT' and e.active
    where c.tenant_id = :tenant and c.active and (:school::text is null or c.school = :school)
      and (:teacher::text is null or exists (
          select from learning_enrolments t where t.tenant_id = c.tenant_id and t.class = c.id and t.person = :teacher
                                              and t.role = 'TEACHER' and t.active))
), did as (
    select d.person, sum(d.activities) as activities, sum(d.xp) as xp
    from learning_between(:tenant, :start, :stop) d group by d.person
), tries as (
    select a.person, q.course, count(*) as n, sum(a.score) as total
    from learning_attempts a join learning_quizzes q on q.tenant_id = a.tenant_id and q.id = a.quiz
    where a.tenant_id = :tenant and a.t >= :start and a.t < :stop
    group by 1, 2
)
select m.id as class_id, m.name as class, count(*) as students, count(d.person) as active,
       coalesce(sum(d.xp), 0)::bigint as xp, coalesce(sum(d.activities), 0)::bigint as activities,
       (sum(t.total) / nullif(sum(t.n), 0))::float8 as score
from members m
left join did d on d.person = m.person
left join tries t on t.person = m.person and t.course = m.course
group by m.id, m.name
order by m.name, m.id;
