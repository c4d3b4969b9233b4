-- The roster comes in rows: what is there already by its id is brought up to date.

-- name: put_schools!
insert into learning_schools (tenant_id, id, name, timezone, week_start, external_id)
select :tenant, r.id, r.name, r.timezone, r.week_start, r.external_id
from jsonb_to_recordset(:rows::jsonb) as r (id text, name text, timezone text, week_start text, external_id text)
on conflict (tenant_id, id)
do update set name = excluded.name, timezone = excluded.timezone, week_start = excluded.week_start,
              external_id = excluded.external_id;

-- name: put_people!
insert into learning_people (tenant_id, id, username, email, first_name, last_name, role, school, external_id)
select :tenant, r.id, r.username, r.email, r.first_name, r.last_name, r.role, r.school_id, r.external_id
from jsonb_to_recordset(:rows::jsonb) as r (id text, username text, email text, first_name text, last_name text,
                                            role text, school_id text, external_id text)
on conflict (tenant_id, id)
do update set username = excluded.username, email = excluded.email, first_name = excluded.first_name,
              last_name = excluded.last_name, role = excluded.role, school = excluded.school,
              external_id = excluded.external_id;

-- name: put_courses!
insert into learning_courses (tenant_id, id, title, subject, external_id)
select :tenant, r.id, r.title, coalesce(r.subject, r.title), r.external_id
from jsonb_to_recordset(:rows::jsonb) as r (id text, title text, subject text, external_id text)
on conflict (tenant_id, id)
do update set title = excluded.title, subject = excluded.subject, external_id = excluded.external_id;

-- name: put_lessons!
insert into learning_lessons (tenant_id, id, course, title, place, external_id)
select :tenant, r.id, r.course_id, r.title, r.place, r.external_id
from jsonb_to_recordset(:rows::jsonb) as r (id text, course_id text, title text, place int, external_id text)
on conflict (tenant_id, id)
do update set course = excluded.course, title = excluded.title, place = excluded.place,
              external_id = excluded.external_id;

-- name: put_content!
insert into learning_content (tenant_id, id, lesson, title, kind, external_id)
select :tenant, r.id, r.lesson_id, r.title, r.kind, r.external_id
from jsonb_to_recordset(:rows::jsonb) as r (id text, lesson_id text, title text, kind text, external_id text)
on conflict (tenant_id, id)
do update set lesson = excluded.lesson, title = excluded.title, kind = excluded.kind,
              external_id = excluded.external_id;

-- name: put_quizzes!
insert into learning_quizzes (tenant_id, id, course, lesson, title, external_id)
select :tenant, r.id, r.course_id, r.lesson_id, r.title, r.external_id
from jsonb_to_recordset(:rows::jsonb)
     as r (id text, course_id text, lesson_id text, title text, external_id text)
on conflict (tenant_id, id)
do update set course = excluded.course, lesson = excluded.lesson, title = excluded.title,
              external_id = excluded.external_id;

-- name: put_classes!
insert into learning_classes (tenant_id, id, school, course, name, active, external_id)
select :tenant, r.id, r.school_id, r.course_id, r.name, r.active, r.external_id
from jsonb_to_recordset(:rows::jsonb)
     as r (id text, school_id text, course_id text, name text, active bool, external_id text)
on conflict (tenant_id, id)
do update set school = excluded.school, course = excluded.course, name = excluded.name, active = excluded.active,
              external_id = excluded.external_id;

-- name: put_enrolments!
insert into learning_enrolments (tenant_id, class, person, role, active)
select :tenant, r.class_id, r.person_id, r.role, r.active
from jsonb_to_recordset(:rows::jsonb) as r (class_id text, person_id text, role text, active bool)
on conflict (tenant_id, class, person)
do update set role = excluded.role, active = excluded.active;

-- name: actors
-- Which people go by one of these names: id, username, e-mail or the id of another system.
select p.id, p.username, p.email, p.external_id
from learning_people p
where p.tenant_id = :tenant
  and (p.id = any(:names::text[]) or lower(p.username) = any(:names) or lower(p.email) = any(:names)
       or p.external_id = any(:exact::text[]));

-- name: objects
-- Which lessons, contents and quizzes go by one of these ids of another system.
select id, external_id, 'lesson' as kind from learning_lessons
where tenant_id = :tenant and external_id = any(:names::text[])
union all
select id, external_id, 'content' from learning_content where tenant_id = :tenant and external_id = any(:names)
union all
select id, external_id, 'quiz' from learning_quizzes where tenant_id = :tenant and external_id = any(:names);
