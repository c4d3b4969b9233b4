-- Raw points and events in range partitions, made on demand (db/partitions.py).

create table samples (
    t          timestamptz not null,
    v          double precision not null,
    series_id  int not null
) partition by range (t);
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
) partition by range (t);
create index events_by_type on events (tenant_id, event_type, t);
create index events_by_user on events (tenant_id, user_id, t) where user_id is not null;
