-- Sport activities, each once, and sums of them in windows of UTC over all athletes of a tenant.

create table fitness_activities (
    tenant_id    int not null references tenants,
    event_id     text not null,
    user_id      text not null,
    t            timestamptz not null,
    sport_type   text not null,
    timezone     text,
    duration_s   numeric not null,
    distance_m   numeric,
    elevation_m  numeric,
    calories     numeric,
    avg_hr       numeric,
    max_hr       numeric,
    name         text,
    source       text,
    external_id  text,
    primary key (tenant_id, event_id)
);
create index fitness_activities_by_time on fitness_activities (tenant_id, t desc, event_id) include (user_id);
create index fitness_activities_by_athlete on fitness_activities (tenant_id, user_id, t desc, event_id);

-- Rows of 15, 60 and 1440 minutes (`level`). paced_s, paced_m: of activities with a distance. heart_s: duration of those
-- with a heart rate; heart_beats: their heart rates times duration.
create table fitness_sums (
    tenant_id    int not null,
    level        int not null,
    t            timestamptz not null,
    sport_type   text not null,
    activities   bigint not null,
    duration_s   numeric not null,
    distance_m   numeric not null,
    elevation_m  numeric not null,
    calories     numeric not null,
    paced_s      numeric not null,
    paced_m      numeric not null,
    heart_s      numeric not null,
    heart_beats  numeric not null,
    primary key (tenant_id, level, t, sport_type)
);
