-- By buckets of time: bucket b (from 0) lies between edges b and b + 1.

-- name: engagement
-- A row a bucket; the row without a bucket is the whole range.
with each_one as materialized (
    select width_bucket(d.t, :edges::timestamptz[]) - 1 as bucket, d.person, sum(d.activities) as n, sum(d.xp) as xp
    from learning_between(:tenant, :start, :stop) d
    where d.person in (select id from learning_students(:tenant, :school, null, null))
    group by 1, 2
)
select bucket, count(*) as active, sum(n)::bigint as activities, sum(xp)::bigint as xp from each_one group by bucket
union all
select null, count(distinct person), coalesce(sum(n), 0)::bigint, coalesce(sum(xp), 0)::bigint from each_one;

-- name: consumption
-- A row a bucket: activities that name a lesson, or what a lesson is made of.
select bucket, sum(n)::bigint as views, count(distinct person) as viewers
from (
    select width_bucket(a.t, :edges::timestamptz[]) - 1 as bucket, a.person, a.content, count(*) as n
    from learning_activities a
    where a.tenant_id = :tenant and a.t >= :start and a.t < :stop and a.content is not null
      and a.person in (select id from learning_students(:tenant, :school, :teacher, null))
    group by 1, 2, 3
) each_one
where content in (select id from learning_lessons where tenant_id = :tenant)
   or content in (select id from learning_content where tenant_id = :tenant)
group by bucket;

-- name: completions
select width_bucket(g.completed_at, :edges::timestamptz[]) - 1 as bucket, count(*) as completions
from learning_progress g
where g.tenant_id = :tenant and g.completed_at >= :start and g.completed_at < :stop
  and g.person in (select id from learning_students(:tenant, :school, :teacher, null))
group by 1;

-- name: most_viewed
with each_one as (
    select a.content, a.person, count(*) as n
    from learning_activities a
    where a.tenant_id = :tenant and a.t >= :start and a.t < :stop and a.content is not null
      and a.person in (select id from learning_students(:tenant, :school, :teacher, null))
    group by 1, 2
)
select l.id as lesson_id, l.title as lesson, k.id as course_id, k.title as course, sum(e.n)::bigint as views,
       count(distinct e.person) as viewers,
       (select avg(g.percent)::float8 from learning_progress g
        where g.tenant_id = :tenant and g.lesson = l.id
          and g.person in (select id from learning_students(:tenant, :school, :teacher, null))) as average_progress
from each_one e
left join learning_content c on c.tenant_id = :tenant and c.id = e.content
join learning_lessons l on l.tenant_id = :tenant and l.id = coalesce(c.lesson, e.content)
join learning_courses k on k.tenant_id = :tenant and k.id = l.course
group by l.id, l.title, k.id, k.title
order by views desc, l.id
limit :limit;

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
