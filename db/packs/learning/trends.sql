-- By buckets of time: bucket b (from 0) lies between edges b and b + 1.

-- name: engagement
-- A row a bucket; the row without a bucket is the whole range.
-- Persons are counted by number: a day of a year each, their names would not fit into memory.
with students as materialized (
    select id, row_number() over () as number from learning_students(:tenant, :school, null, null)
), each_one as materialized (
    select width_bucket(d.t, :edges::timestamptz[]) - 1 as bucket, s.number, sum(d.activities) as n,
           sum(d.xp)::bigint as xp
    from learning_between(:tenant, :start, :stop) d join students s on s.id = d.person
    group by 1, 2
)
select bucket, count(*) as active, sum(n)::bigint as activities, sum(xp)::bigint as xp from each_one group by bucket
union all
select null, count(*), coalesce(sum(n), 0)::bigint, coalesce(sum(xp), 0)::bigint
from (select number, sum(n) as n, sum(xp) as xp from each_one group by number) whole;

-- name: consumption
-- A row a bucket: activities that name content.
with students as materialized (
    select id, row_number() over () as number from learning_students(:tenant, :school, :teacher, null)
)
select bucket, sum(n)::bigint as views, count(*) as viewers
from (
    select width_bucket(d.t, :edges::timestamptz[]) - 1 as bucket, s.number, sum(d.views) as n
    from learning_between(:tenant, :start, :stop) d join students s on s.id = d.person
    where d.views > 0
    group by 1, 2
) each_one
group by bucket;

-- name: completions
select width_bucket(g.completed_at, :edges::timestamptz[]) - 1 as bucket, count(*) as completions
from learning_progress g
where g.tenant_id = :tenant and g.completed_at >= :start and g.completed_at < :stop
  and g.person in (select id from learning_students(:tenant, :school, :teacher, null))
group by 1;

-- name: most_viewed
with students as materialized (
    select id from learning_students(:tenant, :school, :teacher, null)
), lessons as materialized (
    select id, id as lesson from learning_lessons where tenant_id = :tenant
    union all
    select id, lesson from learning_content where tenant_id = :tenant
), each_one as (
    select x.lesson, a.person, sum(a.n) as n
    from (select content, person, count(*) as n
          from learning_activities
          where tenant_id = :tenant and t >= :start and t < :stop and content is not null
          group by 1, 2) a
    join lessons x on x.id = a.content
    where a.person in (select id from students)
    group by 1, 2
), most as (
    select lesson, sum(n)::bigint as views, count(*) as viewers
    from each_one
    group by lesson
    order by views desc, lesson
    limit :limit
)
select m.lesson as lesson_id, l.title as lesson, k.id as course_id, k.title as course, m.views, m.viewers,
       (select avg(g.percent)::float8 from learning_progress g
        where g.tenant_id = :tenant and g.lesson = l.id and g.person in (select id from students)) as average_progress
from most m
join learning_lessons l on l.tenant_id = :tenant and l.id = m.lesson
join learning_courses k on k.tenant_id = :tenant and k.id = l.course
order by m.views desc, m.lesson;

-- name: course_completion
-- By course: of the (student, lesson) pairs that were begun, how far, and how many to the end.
select k.id as course_id, k.title as course, k.subject, count(distinct g.person) as students, count(*) as started,
       count(*) filter (where g.percent >= 100) as completed, avg(g.percent)::float8 as average_progress
from learning_progress g
join learning_lessons l on l.tenant_id = g.tenant_id and l.id = g.lesson
join learning_courses k on k.tenant_id = l.tenant_id and k.id = l.course
where g.tenant_id = :tenant and g.person in (select id from learning_students(:tenant, :school, :teacher, null))
group by k.id, k.title, k.subject
order by k.title, k.id;
