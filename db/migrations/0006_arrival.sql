-- When the next point of a series is due: what the pipeline has learned of its gaps and its waking hours (numbers behind
-- a version, written with a snapshot), and from here on `seen_at` is when the newest point was first seen.
alter table series_state add column arrival bytea;
alter table series_state alter column arrival set storage external;

-- How late points usually arrive: numbers behind a version, for 1,024 series ids at a time.
create table lateness (
    block  int primary key,
    state  bytea not null
);
alter table lateness alter column state set storage external;

-- The passes that look for silent series. One row. What is silent since before `since` was not listened to until then.
create table listening (
    one        boolean primary key default true check (one),
    since      timestamptz not null,
    passed_at  timestamptz not null
);
