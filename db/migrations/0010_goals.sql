-- Goals: what somebody wants a metric to reach, or to stay below, once or again and again. Their progress is computed by
-- a task and kept in the row, with what it was computed from: where that has changed since, it is stale.
create table goals (
    tenant_id    int not null references tenants,
    id           bigint generated always as identity,
    owner        text,               -- the person whose goal it is, in the words of events' user_id; null: everybody's
    title        text not null,
    metric       text not null,
    labels       jsonb not null default '{}',
    pack         text,               -- the pack whose events make the metric; null: it is sent as points
    agg          text not null check (agg in ('sum', 'count', 'increase', 'avg', 'min', 'max', 'last')),
    target       double precision not null,
    unit         text,
    direction    text not null check (direction in ('reach', 'stay_below')),
    recurs       text not null check (recurs in ('once', 'daily', 'weekly', 'monthly', 'yearly', 'rolling')),
    days         int check (days between 1 and 366),
    timezone     text not null,
    week_start   text not null,
    starts_at    timestamptz,
    ends_at      timestamptz,
    created_at   timestamptz not null default clock_timestamp(),
    created_by   text not null,
    changed_at   timestamptz not null default clock_timestamp(),
    progress     jsonb not null default '{}',
    status       text not null default 'active',
    seen         text,               -- what the progress was computed from; null: it has to be computed
    holds_until  timestamptz,        -- when it is stale in any case, because its window ends
    computed_at  timestamptz,
    primary key (tenant_id, id),
    check ((recurs = 'rolling') = (days is not null)),
    check (starts_at < ends_at)
);
create index goals_by_owner on goals (tenant_id, owner, id);
create index goals_by_metric on goals (tenant_id, metric, id);
create index goals_by_age on goals (computed_at nulls first);
