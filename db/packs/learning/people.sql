-- Who is asking, and what of the roster they see.

-- name: viewer^
-- A person with the zone of their school; for an organisation's admin (no person) the zone its schools share, if they do.
select p.id, p.role, p.school, coalesce(s.timezone, o.timezone, 'UTC') as timezone,
       coalesce(s.week_start, o.week_start, 'monday') as week_start
from (select case when min(timezone) = max(timezone) then min(timezone) end as timezone,
             case when min(week_start) = max(week_start) then min(week_start) end as week_start
      from learning_schools where tenant_id = :tenant) o
left join learning_people p on p.tenant_id = :tenant and p.id = :person
left join learning_schools s on s.tenant_id = p.tenant_id and s.id = p.school;

-- name: class_seen^
-- A class, if it is in the school, taught by the teacher, attended by the student; null asks for nothing.
select c.id, c.name, c.school, c.course
from learning_classes c
where c.tenant_id = :tenant and c.id = :group
  and (:school::text is null or c.school = :school)
  and (:teacher::text is null or exists (
      select from learning_enrolments e
      where e.tenant_id = c.tenant_id and e.class = c.id and e.person = :teacher and e.role = 'TEACHER' and e.active))
  and (:student::text is null or exists (
      select from learning_enrolments e
      where e.tenant_id = c.tenant_id and e.class = c.id and e.person = :student and e.role = 'STUDENT' and e.active));

-- name: student_seen^
select p.id, p.username, p.first_name, p.last_name, p.school, s.timezone
from learning_people p
left join learning_schools s on s.tenant_id = p.tenant_id and s.id = p.school
where p.tenant_id = :tenant and p.id = :student
  and p.id in (select id from learning_students(:tenant, :school, :teacher, :group));

-- name: people
-- A page of people, with how many there are in all.
select p.id, p.username, p.email, p.first_name, p.last_name, p.role, p.school as school_id, st.last_login, p.created_at
from learning_people p
left join learning_standing st on st.tenant_id = p.tenant_id and st.person = p.id
where p.tenant_id = :tenant
  and (:school::text is null or p.school = :school)
  and (:role::text is null or p.role = :role)
  and (:like::text is null or p.username ilike :like or p.email ilike :like or p.first_name ilike :like
       or p.last_name ilike :like)
order by p.last_name, p.first_name, p.id
limit :limit offset :offset;

-- name: count_people$
select count(*)
from learning_people p
where p.tenant_id = :tenant
  and (:school::text is null or p.school = :school)
  and (:role::text is null or p.role = :role)
  and (:like::text is null or p.username ilike :like or p.email ilike :like or p.first_name ilike :like
       or p.last_name ilike :like);

-- name: person^
-- A person with what their role has to show. A teacher's: own, active classes.
select p.id, p.username, p.email, p.first_name, p.last_name, p.role, p.school as school_id, p.created_at,
       st.last_login, st.last_active, coalesce(st.xp, 0) as total_xp,
       (select count(*) from learning_enrolments e
        join learning_classes c on c.tenant_id = e.tenant_id and c.id = e.class and c.active
        where e.tenant_id = p.tenant_id and e.person = p.id and e.role = 'TEACHER' and e.active) as total_classes,
       (select count(*) from learning_students(:tenant, null, :person, null)) as total_students,
       (select count(*) from learning_enrolments e
        join learning_classes c on c.tenant_id = e.tenant_id and c.id = e.class and c.active
        where e.tenant_id = p.tenant_id and e.person = p.id and e.role = 'STUDENT' and e.active) as total_enrollments
from learning_people p
left join learning_standing st on st.tenant_id = p.tenant_id and st.person = p.id
where p.tenant_id = :tenant and p.id = :person and (:school::text is null or p.school = :school);

-- name: schools
select s.id, s.name, s.timezone, s.week_start, s.external_id, s.created_at, n.students, n.teachers, n.classes
from learning_schools s
cross join lateral (
    select (select count(*) from learning_people p
            where p.tenant_id = s.tenant_id and p.school = s.id and p.role = 'STUDENT') as students,
           (select count(*) from learning_people p
            where p.tenant_id = s.tenant_id and p.school = s.id and p.role = 'TEACHER') as teachers,
           (select count(*) from learning_classes c
            where c.tenant_id = s.tenant_id and c.school = s.id and c.active) as classes
) n
where s.tenant_id = :tenant and (:school::text is null or s.id = :school)
order by s.name, s.id
limit :limit offset :offset;

-- name: count_schools$
select count(*) from learning_schools where tenant_id = :tenant and (:school::text is null or id = :school);

-- name: lock_schools^
-- Two who make a school of one name at the same time come one after another.
select id from tenants where id = :tenant for update;

-- name: add_school^
-- Nothing when the organisation has a school of that name.
insert into learning_schools (tenant_id, id, name, timezone, week_start, external_id)
select :tenant, :id, :name, :timezone, :week_start, :external_id
where not exists (select from learning_schools where tenant_id = :tenant and lower(name) = lower(:name))
returning id;

-- name: classes
-- A page of classes with the number of their students; a teacher's own, where one is given.
select c.id, c.name, c.school as school_id, c.course as course_id, k.title as course, c.active,
       (select count(*) from learning_enrolments e
        where e.tenant_id = c.tenant_id and e.class = c.id and e.role = 'STUDENT' and e.active) as students
from learning_classes c
left join learning_courses k on k.tenant_id = c.tenant_id and k.id = c.course
where c.tenant_id = :tenant and (:school::text is null or c.school = :school)
  and (:teacher::text is null or exists (
      select from learning_enrolments e
      where e.tenant_id = c.tenant_id and e.class = c.id and e.person = :teacher and e.role = 'TEACHER' and e.active))
order by c.name, c.id
limit :limit offset :offset;

-- name: count_classes$
select count(*)
from learning_classes c
where c.tenant_id = :tenant and (:school::text is null or c.school = :school)
  and (:teacher::text is null or exists (
      select from learning_enrolments e
      where e.tenant_id = c.tenant_id and e.class = c.id and e.person = :teacher and e.role = 'TEACHER' and e.active));
