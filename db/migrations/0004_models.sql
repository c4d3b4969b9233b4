-- What scheduled models found, what they expect, and how far each of them is.

-- A finding about one series, or about a metric. `insight_id` is drawn from what is found, so the next run that finds
-- the same revises the row; `closed_at` says since when it is no longer found.
create table insights (
    tenant_id        int not null references tenants,
    id               bigint generated always as identity,   -- the order of pages
    insight_id       text not null unique,
    job              text not null,    -- whose runs confirm and close it, for which item (see model_items)
    item             text not null,
    model            text not null,
    category         text not null,
    title            text not null,
    description      text not null,
    severity         text not null check (severity in ('low', 'medium', 'high', 'critical')),
    confidence       double precision not null check (confidence between 0 and 1),
    impact_score     double precision not null check (impact_score between 0 and 1),
    recommendations  jsonb not null default '[]',
    metadata         jsonb not null default '{}',
    series_id        int references series on delete cascade,
    metric           text not null,
    labels           jsonb not null default '{}',
    since            timestamptz not null,   -- the data it speaks of: [since, until)
    until            timestamptz not null,
    created_at       timestamptz not null default clock_timestamp(),
    revised_at       timestamptz not null default clock_timestamp(),
    closed_at        timestamptz,
    expires_at       timestamptz not null,
    primary key (tenant_id, id)
);
create index insights_by_severity on insights (tenant_id, severity, created_at);
create index insights_by_item on insights (job, tenant_id, item);
create index insights_by_series on insights (series_id);
create index insights_by_expiry on insights (expires_at);

-- What recurs or belongs together. `series_ids` are those it is about, in the order of its factors.
create table patterns (
    tenant_id            int not null references tenants,
    id                   bigint generated always as identity,
    pattern_id           text not null unique,
    job                  text not null,
    item                 text not null,
    model                text not null,
    pattern_type         text not null,
    description          text not null,
    confidence           double precision not null check (confidence between 0 and 1),
    frequency            text,
    correlation_factors  jsonb not null default '{}',
    metadata             jsonb not null default '{}',
    series_ids           int[] not null,
    metrics              text[] not null,
    since                timestamptz not null,
    until                timestamptz not null,
    created_at           timestamptz not null default clock_timestamp(),
    revised_at           timestamptz not null default clock_timestamp(),
    closed_at            timestamptz,
    expires_at           timestamptz not null,
    primary key (tenant_id, id)
);
create index patterns_by_type on patterns (tenant_id, pattern_type, created_at);
create index patterns_by_item on patterns (job, tenant_id, item);
create index patterns_by_expiry on patterns (expires_at);

-- The newest forecast of a series: arrays over steps that follow `starts`; see the view below. `judged` counts points of
-- earlier forecasts that have come true since, or not: what the intervals hold in fact.
create table forecasts (
    series_id     int primary key references series on delete cascade,
    made_at       timestamptz not null default clock_timestamp(),
    model         text not null,
    agg           text not null,
    starts        timestamptz not null,
    step          interval not null,
    mean          double precision[] not null,
    lo80          double precision[] not null,
    hi80          double precision[] not null,
    lo95          double precision[] not null,
    hi95          double precision[] not null,
    mase          double precision,   -- backtest: error as a multiple of seasonal-naive's
    coverage80    double precision,   -- backtest: how often the intervals held the truth
    coverage95    double precision,
    judged        bigint not null default 0,
    inside80      bigint not null default 0,
    inside95      bigint not null default 0,
    metadata      jsonb not null default '{}',
    expires_at    timestamptz not null
);
create index forecasts_by_expiry on forecasts (expires_at);

create view forecast_points as
select f.series_id, f.made_at, f.starts + f.step * (p.n - 1) as t, p.mean, p.lo80, p.hi80, p.lo95, p.hi95,
       f.model, f.mase, f.coverage80, f.coverage95
from forecasts f
cross join lateral unnest(f.mean, f.lo80, f.hi80, f.lo95, f.hi95) with ordinality as p (mean, lo80, hi80, lo95, hi95, n);

-- How far a scheduled job is with a shard: one row, that of the newest window. Who holds the lease works on it.
create table model_runs (
    job           text not null,
    shard         smallint not null,
    window_start  timestamptz not null,
    every         interval not null,
    started_at    timestamptz not null default clock_timestamp(),
    finished_at   timestamptz,
    owner         bigint,
    leased_until  timestamptz,
    busy_seconds  double precision not null default 0,
    total         int,                         -- null: its items are still to be planned
    done          int not null default 0,
    unchanged     int not null default 0,
    failed        int not null default 0,
    found         int not null default 0,
    last_finished_at  timestamptz,             -- of the newest run that came to its end
    last_seconds      double precision,
    primary key (job, shard)
);
create sequence model_owners;

-- What a job looks at: a series (by id), a metric (by name), or a group of series (`label=value`; all of a tenant: '').
-- `due`: a time that its data must have reached before there is anything new to see.
create table model_items (
    job         text not null,
    tenant_id   int not null references tenants,
    item        text not null,
    shard       smallint not null,
    tried_at    timestamptz,
    done_at     timestamptz,
    due         timestamptz,
    error       text,
    primary key (job, tenant_id, item)
);
create index model_items_by_turn on model_items (job, shard, tried_at);
