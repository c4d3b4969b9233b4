-- Raw points and events in hypertables.

create table samples (
    t          timestamptz not null,
    v          double precision not null,
    series_id  int not null
);
select create_hypertable('samples', by_range('t', interval '7 days'), create_default_indexes => false);
create index samples_by_series on samples (series_id, t);

create table events (
    t            timestamptz not null,
    tenant_id    int not null,
    event_id     text not null,
    event_type   text not null,
    user_id      text,
    session_id   text,
    content_id   text,
    properties   jsonb not null default '{}',
    received_at  timestamptz not null
);
select create_hypertable('events', by_range('t', interval '7 days'), create_default_indexes => false);
create index events_by_type on events (tenant_id, event_type, t);
create index events_by_user on events (tenant_id, user_id, t) where user_id is not null;
