-- Learning: who learns what with whom (the roster, which is written), and what they did (facts, which come as events).
-- Ids of the roster are UUIDs as text, as events name people by text. A tenant is an organisation with schools.

create table learning_schools (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,
    name         text not null,
    timezone     text not null default 'UTC',       -- IANA: where its days and weeks begin
    week_start   text not null default 'monday',
    external_id  text,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, id)
);

create table learning_people (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,         -- user_id of their events, `person` of their login
    username     text not null,
    email        text,
    first_name   text not null default '',
    last_name    text not null default '',
    role         text not null check (role in ('ADMIN', 'TEACHER', 'STUDENT')),
    school       text collate "C",
    external_id  text,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, school) references learning_schools (tenant_id, id)
);
create unique index learning_people_by_username on learning_people (tenant_id, lower(username));
create index learning_people_by_school on learning_people (tenant_id, school, role);

create table learning_courses (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,
    title        text not null,
    subject      text not null,
    external_id  text,
    primary key (tenant_id, id)
);

create table learning_lessons (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,         -- content_id of events
    course       text collate "C" not null,
    title        text not null,
    place        int not null default 0,            -- order within the course
    external_id  text,
    primary key (tenant_id, id),
    foreign key (tenant_id, course) references learning_courses (tenant_id, id) on delete cascade
);
create index learning_lessons_by_course on learning_lessons (tenant_id, course);

-- What a lesson is made of: a video, a page. Also content_id of events.
create table learning_content (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,
    lesson       text collate "C" not null,
    title        text not null,
    kind         text not null default 'page',
    external_id  text,
    primary key (tenant_id, id),
    foreign key (tenant_id, lesson) references learning_lessons (tenant_id, id) on delete cascade
);

create table learning_quizzes (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,
    course       text collate "C" not null,
    lesson       text collate "C",
    title        text not null,
    external_id  text,
    primary key (tenant_id, id),
    foreign key (tenant_id, course) references learning_courses (tenant_id, id) on delete cascade,
    foreign key (tenant_id, lesson) references learning_lessons (tenant_id, id) on delete set null (lesson)
);
create index learning_quizzes_by_course on learning_quizzes (tenant_id, course);

create table learning_classes (
    tenant_id    int not null references tenants,
    id           text collate "C" not null,
    school       text collate "C" not null,
    course       text collate "C",
    name         text not null,
    active       bool not null default true,
    external_id  text,
    primary key (tenant_id, id),
    foreign key (tenant_id, school) references learning_schools (tenant_id, id),
    foreign key (tenant_id, course) references learning_courses (tenant_id, id) on delete set null (course)
);
create index learning_classes_by_school on learning_classes (tenant_id, school);

-- Who is in a class, and who teaches it.
create table learning_enrolments (
    tenant_id  int not null references tenants,
    class      text collate "C" not null,
    person     text collate "C" not null,
    role       text not null check (role in ('TEACHER', 'STUDENT')),
    active     bool not null default true,
    since      timestamptz not null default now(),
    primary key (tenant_id, class, person),
    foreign key (tenant_id, class) references learning_classes (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person) references learning_people (tenant_id, id) on delete cascade
);
create index learning_enrolments_by_person on learning_enrolments (tenant_id, person, class);

-- Facts. One row an event; the person need not be in the roster yet.
create table learning_activities (
    tenant_id  int not null,
    event_id   text not null,
    t          timestamptz not null,
    person     text collate "C" not null,
    kind       text not null,
    content    text collate "C",                    -- lesson, content or quiz
    xp         int not null,
    percent    numeric,                             -- of a report of progress
    primary key (tenant_id, event_id)
);
create index learning_activities_by_time on learning_activities (tenant_id, t) include (person, content);
create index learning_activities_by_person on learning_activities (tenant_id, person, t);

create table learning_attempts (
    tenant_id  int not null,
    event_id   text not null,
    t          timestamptz not null,
    person     text collate "C" not null,
    quiz       text collate "C" not null,
    score      numeric not null,                    -- percent
    primary key (tenant_id, event_id)
);
create index learning_attempts_by_time on learning_attempts (tenant_id, t) include (person, score);
create index learning_attempts_by_person on learning_attempts (tenant_id, person, t);

-- How far a student is with a lesson: the newest report by its own time. `completed_at`: of the earliest that said 100.
create table learning_progress (
    tenant_id     int not null,
    person        text collate "C" not null,
    lesson        text collate "C" not null,
    percent       numeric not null,
    t             timestamptz not null,
    event_id      text collate "C" not null,
    completed_at  timestamptz,
    primary key (tenant_id, person, lesson)
);
create index learning_progress_by_time on learning_progress (tenant_id, t);
create index learning_progress_by_completion on learning_progress (tenant_id, completed_at) where completed_at is not null;
create index learning_progress_by_lesson on learning_progress (tenant_id, lesson);

create table learning_logins (
    tenant_id  int not null,
    event_id   text not null,
    t          timestamptz not null,
    person     text collate "C" not null,
    primary key (tenant_id, event_id)
);
create index learning_logins_by_person on learning_logins (tenant_id, person, t);

-- Everything that was ever said; the newest by its own time holds. It does not expire: it is the proof.
create table learning_consents (
    tenant_id  int not null,
    event_id   text collate "C" not null,
    t          timestamptz not null,
    person     text collate "C" not null,
    purpose    text not null,
    given      bool not null,
    primary key (tenant_id, event_id)
);
create index learning_consents_by_person on learning_consents (tenant_id, purpose, person, t);

-- Rollup: what somebody did in a quarter of an hour of UTC. Every local midnight is the edge of a quarter, in any zone.
create table learning_quarters (
    tenant_id   int not null,
    t           timestamptz not null,
    person      text collate "C" not null,
    activities  int not null,
    views       int not null,                       -- activities that name content
    xp          bigint not null,
    primary key (tenant_id, t, person)
);
create index learning_quarters_by_person on learning_quarters (tenant_id, person, t);

-- What stands of a person, whatever facts have expired: the board of all time, and when they were last seen.
create table learning_standing (
    tenant_id    int not null,
    person       text collate "C" not null,
    xp           bigint not null default 0,
    activities   bigint not null default 0,
    last_login   timestamptz,
    last_active  timestamptz,
    primary key (tenant_id, person)
);

-- Students whom somebody may be at risk of losing, as the scheduled task found them last, with the reasons.
create table learning_risks (
    tenant_id  int not null,
    person     text collate "C" not null,
    score      int not null,
    reasons    jsonb not null,
    found_at   timestamptz not null,
    primary key (tenant_id, person)
);

-- The students whom a question is about. Whatever is null does not narrow. A teacher's: those of own, active classes.
create function learning_students(tenant int, in_school text, of_teacher text, in_class text) returns table (id text)
language sql stable as $$
    select p.id
    from learning_people p
    where p.tenant_id = tenant and p.role = 'STUDENT'
      and (in_school is null or p.school = in_school)
      and (of_teacher is null or p.id in (
          select e.person
          from learning_enrolments mine
          join learning_classes c on c.tenant_id = mine.tenant_id and c.id = mine.class and c.active
          join learning_enrolments e on e.tenant_id = mine.tenant_id and e.class = mine.class
                                    and e.role = 'STUDENT' and e.active
          where mine.tenant_id = tenant and mine.person = of_teacher and mine.role = 'TEACHER' and mine.active))
      and (in_class is null or p.id in (
          select e.person from learning_enrolments e
          where e.tenant_id = tenant and e.class = in_class and e.role = 'STUDENT' and e.active))
$$;

-- What everybody did in [start, stop): whole quarters from the rollup, the ragged ends from facts. Each moment once.
create function learning_between(tenant int, start timestamptz, stop timestamptz)
returns table (t timestamptz, person text, activities int, views int, xp bigint)
language sql stable as $$
    select q.t, q.person, q.activities, q.views, q.xp
    from learning_quarters q
    where q.tenant_id = tenant
      and q.t >= date_bin('15 minutes', start - interval '1 microsecond', '2000-01-01Z') + interval '15 minutes'
      and q.t < date_bin('15 minutes', stop, '2000-01-01Z')
    union all
    select a.t, a.person, 1, (a.content is not null)::int, a.xp::bigint
    from learning_activities a
    where a.tenant_id = tenant and a.t >= start
      and a.t < least(stop, date_bin('15 minutes', start - interval '1 microsecond', '2000-01-01Z') + interval '15 minutes')
    union all
    select a.t, a.person, 1, (a.content is not null)::int, a.xp::bigint
    from learning_activities a
    where a.tenant_id = tenant and a.t < stop
      and a.t >= greatest(date_bin('15 minutes', stop, '2000-01-01Z'),
          date_bin('15 minutes', start - interval '1 microsecond', '2000-01-01Z') + interval '15 minutes')
$$;
