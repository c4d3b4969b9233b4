-- What stands now, and what was in a period. School, teacher and group say whose; what is null does not narrow.

-- name: overview^
with students as materialized (
    select id from learning_students(:tenant, :school, :teacher, :group)
), classes as materialized (
    select c.id, c.course
    from learning_classes c
    where c.tenant_id = :tenant and c.active
      and (:school::text is null or c.school = :school) and (:group::text is null or c.id = :group)
), active as materialized (
    select st.person from learning_standing st join students s on s.id = st.person
    where st.tenant_id = :tenant and st.last_login >= :since::timestamptz
), enrolled as (
    select count(*) as total, count(a.person) as active
    from learning_enrolments e
    join classes c on c.id = e.class
    left join active a on a.person = e.person
    where e.tenant_id = :tenant and e.role = 'STUDENT' and e.active
), progress as (
    select avg(g.percent)::float8 as average, count(*) as started, count(*) filter (where g.percent >= 100) as completed
    from learning_progress g join students s on s.id = g.person
    where g.tenant_id = :tenant
), tries as materialized (
    select a.quiz, a.person, count(*) as n, sum(a.score) as total
    from learning_attempts a join students s on s.id = a.person
    where a.tenant_id = :tenant
    group by 1, 2
), quizzes as (
    select count(*) as total, count(*) filter (where q.id in (select quiz from tries)) as attempted
    from learning_quizzes q
    where q.tenant_id = :tenant and q.course in (select course from classes)
)
select (select count(*) from students) as students, (select count(*) from active) as active,
       (select count(*) from classes) as classes,
       e.total as enrolments, e.active as attending,
       p.average as progress, p.started, p.completed,
       q.total as quizzes, q.attempted,
       (select count(*) from tries) as submissions,
       (select coalesce(sum(n), 0) from tries)::bigint as attempts,
       (select (sum(total) / sum(n))::float8 from tries) as score
from enrolled e, progress p, quizzes q;

-- name: done^
-- One period: who was active, what they did and earned.
select count(*) as active, coalesce(sum(n), 0)::bigint as activities, coalesce(sum(xp), 0)::bigint as xp
from (select d.person, sum(d.activities) as n, sum(d.xp) as xp
      from learning_between(:tenant, :start, :stop) d
      where d.person in (select id from learning_students(:tenant, :school, :teacher, :group))
      group by d.person) each_one;

-- name: reports^
-- One period: lessons whose newest report falls into it, those completed in it, quizzes; and how many students there are.
with students as materialized (
    select id from learning_students(:tenant, :school, :teacher, :group)
), progress as (
    select avg(g.percent)::float8 as average
    from learning_progress g join students s on s.id = g.person
    where g.tenant_id = :tenant and g.t >= :start and g.t < :stop
), completions as (
    select count(*) as n
    from learning_progress g join students s on s.id = g.person
    where g.tenant_id = :tenant and g.completed_at >= :start and g.completed_at < :stop
), tries as (
    select count(*) as n, avg(a.score)::float8 as average
    from learning_attempts a join students s on s.id = a.person
    where a.tenant_id = :tenant and a.t >= :start and a.t < :stop
)
select (select count(*) from students) as students, p.average as progress, c.n as completions, q.n as attempts,
       q.average as score
from progress p, completions c, tries q;

-- name: first_activity$
select min(t) from learning_quarters where tenant_id = :tenant;

-- name: student_progress^
with courses as (
    select c.course
    from learning_enrolments e
    join learning_classes c on c.tenant_id = e.tenant_id and c.id = e.class and c.active
    where e.tenant_id = :tenant and e.person = :student and e.role = 'STUDENT' and e.active
      and (:group::text is null or c.id = :group)
), lessons as materialized (
    select l.id from learning_lessons l where l.tenant_id = :tenant and l.course in (select course from courses)
), progress as (
    select avg(g.percent)::float8 as average, count(*) as started, count(*) filter (where g.percent >= 100) as completed,
           (sum(g.percent) filter (where g.lesson in (select id from lessons)))::float8 as within
    from learning_progress g
    where g.tenant_id = :tenant and g.person = :student
      and (:group::text is null or g.lesson in (select id from lessons))
), mine as (
    select coalesce(max(xp), 0)::bigint as xp from learning_standing where tenant_id = :tenant and person = :student
), above as (
    select count(*) filter (where st.xp > (select xp from mine)) as n, count(*) filter (where st.xp > 0) as participants
    from learning_standing st
    where st.tenant_id = :tenant and st.person in (select id from learning_students(:tenant, :school, null, :group))
)
select p.average, p.started, p.completed, p.within, (select count(*) from lessons) as lessons, m.xp,
       case when m.xp > 0 then a.n + 1 end as rank, a.participants
from progress p, mine m, above a;

-- name: quarters_of
-- What one person did, by quarters of an hour, newest first.
select t, activities, xp
from learning_quarters
where tenant_id = :tenant and person = :person and t < :stop
order by t desc;

-- name: subject_mastery
select k.id as course_id, k.title as course, k.subject, avg(g.percent)::float8 as mastery, count(*) as started,
       count(*) filter (where g.percent >= 100) as completed,
       (select count(*) from learning_lessons l where l.tenant_id = :tenant and l.course = k.id) as topics
from learning_progress g
join learning_lessons l on l.tenant_id = g.tenant_id and l.id = g.lesson
join learning_courses k on k.tenant_id = l.tenant_id and k.id = l.course
where g.tenant_id = :tenant and g.person = :person
group by k.id, k.title, k.subject
order by k.subject, k.title, k.id;

-- name: active_now$
select count(distinct a.person)
from learning_activities a
where a.tenant_id = :tenant and a.t > :since and a.t <= :stop
  and a.person in (select id from learning_students(:tenant, :school, null, null));

-- name: activities_in$
select coalesce(sum(d.activities), 0)::bigint
from learning_between(:tenant, :start, :stop) d
where d.person in (select id from learning_students(:tenant, :school, null, null));

-- name: recent_activities
select a.t, a.event_id, a.kind, a.content as content_id, coalesce(l.title, c.title, q.title) as title, a.xp,
       a.person as user_id, p.first_name, p.last_name
from learning_activities a
join learning_people p on p.tenant_id = a.tenant_id and p.id = a.person
left join learning_lessons l on l.tenant_id = a.tenant_id and l.id = a.content
left join learning_content c on c.tenant_id = a.tenant_id and c.id = a.content
left join learning_quizzes q on q.tenant_id = a.tenant_id and q.id = a.content
where a.tenant_id = :tenant and a.t <= :stop and (:person::text is null or a.person = :person)
  and a.person in (select id from learning_students(:tenant, :school, :teacher, null))
order by a.t desc, a.event_id desc
limit :limit;

-- name: recent_completions
select g.completed_at, g.person as user_id, p.first_name, p.last_name, g.lesson as lesson_id, l.title as lesson,
       k.id as course_id, k.title as course
from learning_progress g
join learning_people p on p.tenant_id = g.tenant_id and p.id = g.person
left join learning_lessons l on l.tenant_id = g.tenant_id and l.id = g.lesson
left join learning_courses k on k.tenant_id = l.tenant_id and k.id = l.course
where g.tenant_id = :tenant and g.completed_at >= :start and g.completed_at < :stop
  and g.person in (select id from learning_students(:tenant, :school, :teacher, null))
order by g.completed_at desc, g.person, g.lesson
limit :limit;

-- name: board
-- Everybody who did something in a period, most XP first; of equals the lower id. Those without XP come last.
select d.person as id, p.first_name, p.last_name, d.xp, d.activities
from (select person, sum(xp)::bigint as xp, sum(activities)::bigint as activities
      from learning_between(:tenant, :start, :stop)
      where person in (select id from learning_students(:tenant, :school, :teacher, :group))
      group by person) d
join learning_people p on p.tenant_id = :tenant and p.id = d.person
order by d.xp desc, d.person;

-- name: standing
-- The board of all time.
select st.person as id, p.first_name, p.last_name, st.xp
from learning_standing st
join learning_people p on p.tenant_id = st.tenant_id and p.id = st.person
where st.tenant_id = :tenant and st.xp > 0
  and st.person in (select id from learning_students(:tenant, :school, :teacher, :group))
order by st.xp desc, st.person;
