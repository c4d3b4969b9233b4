-- Who is there: tenants, the people and machines of a tenant.

create table tenants (
    id            int generated always as identity primary key,
    name          text not null unique,
    series_limit  int not null default 100000,
    series_count  int not null default 0,
    -- Number of the tenant's newest alert transition. Taken with a row lock that is held until commit,
    -- so transitions become visible in the order of their numbers, without gaps.
    live_seq      bigint not null default 0,
    created_at    timestamptz not null default now()
);

create table users (
    tenant_id      int not null references tenants,
    id             bigint generated always as identity,
    email          text not null unique,
    password_hash  text not null,
    role           text not null check (role in ('viewer', 'operator', 'admin')),
    created_at     timestamptz not null default now(),
    disabled_at    timestamptz,
    primary key (tenant_id, id)
);

create table api_keys (
    tenant_id    int not null references tenants,
    id           text not null unique,
    secret_hash  bytea not null,
    name         text not null,
    scopes       text[] not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, id)
);

create table refresh_tokens (
    tenant_id   int not null,
    token_hash  bytea not null unique,
    user_id     bigint not null,
    family      text not null,   -- one login: a token that is used twice ends all that came of it
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);

-- Values every process of this installation shares, such as the key that signs tokens.
create table secrets (
    name        text primary key,
    value       bytea not null,
    created_at  timestamptz not null default now()
);

-- What is measured. A series belongs to one tenant for ever: its id stands for its tenant in the tables below.
create table series (
    id           int generated always as identity primary key,
    tenant_id    int not null references tenants,
    metric       text not null,
    labels       jsonb not null default '{}',
    fingerprint  bytea not null,
    unit         text,
    kind         text not null default 'gauge' check (kind in ('gauge', 'counter', 'money', 'event')),
    shard        smallint not null,
    created_at   timestamptz not null default now(),
    unique (tenant_id, fingerprint)
);
create index series_by_metric on series (tenant_id, metric, id);

-- What the shard's consumer last knew of a series. Written with a snapshot, so it may trail by seconds.
create table series_state (
    series_id    int primary key references series on delete cascade,
    newest       timestamptz not null,
    step_us      bigint,
    points       bigint not null,
    seen_at      timestamptz not null default clock_timestamp()
) with (fillfactor = 60);

-- The journal: what was acknowledged, in compact columns. `batch` says which transaction of the shard's
-- consumer took the row; null means that it waits.
create table shards (
    id              smallint primary key,
    batch           bigint not null default 0,
    snapshot_batch  bigint not null default 0,
    owner           text,
    renewed_at      timestamptz
);

create table batches (
    tenant_id    int not null references tenants,
    key          text not null,
    fingerprint  bytea not null,
    answer       jsonb not null,
    received_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, key)
);
create index batches_by_age on batches (received_at);

create table journal (
    id           bigint generated always as identity primary key,
    tenant_id    int not null references tenants,
    shard        smallint not null references shards,
    kind         smallint not null,   -- 1 points, 2 events
    points       int not null,
    received_at  timestamptz not null default clock_timestamp(),
    batch        bigint,
    payload      bytea not null
);
alter table journal alter column payload set storage external;
create index journal_waiting on journal (shard, id) include (points, received_at) where batch is null;
create index journal_taken on journal (shard, batch, id) where batch is not null;

-- Detector state, in blocks of series: numeric arrays behind a version.
create table detector_state (
    shard    smallint not null references shards,
    block    int not null,
    version  int not null,
    state    bytea not null,
    primary key (shard, block)
);
alter table detector_state alter column state set storage external;

-- 15-minute windows whose rollups do not yet hold all of their points. A claimed window is being refreshed;
-- a point that comes meanwhile takes the claim back.
create table dirty_windows (
    series_id  int not null,
    t          timestamptz not null,
    claim      bigint,
    primary key (series_id, t)
);
create index dirty_windows_by_time on dirty_windows (t);
create sequence claims;

-- Weeks that hold raw rows, and when they were last written: retention spares what was just backfilled.
create table raw_weeks (
    relation    text not null check (relation in ('samples', 'events')),
    week        timestamptz not null,
    written_at  timestamptz not null default clock_timestamp(),
    primary key (relation, week)
);

-- Raw ranges that retention has dropped. No window in them is refreshed, no point in them is taken.
create table dropped_ranges (
    "from"      timestamptz not null,
    "to"        timestamptz not null,
    dropped_at  timestamptz not null default now(),
    primary key ("from", "to")
);

-- What a detector expected, once a series and 15-minute window: the band under a chart.
create table bands (
    series_id  int not null,
    t          timestamptz not null,
    expected   double precision not null,
    lo         double precision not null,
    hi         double precision not null,
    primary key (series_id, t)
);
create index bands_by_time on bands using brin (t);

-- A stretch of unusual points. An alert is what is said about an episode: one an episode.
create table episodes (
    id          bigint generated always as identity primary key,
    tenant_id   int not null references tenants,
    series_id   int not null references series on delete cascade,
    kind        text not null default 'anomaly' check (kind in ('anomaly', 'stale')),
    state       text not null check (state in ('open', 'closed')),
    severity    text not null check (severity in ('low', 'medium', 'high', 'critical')),
    opened_at   timestamptz not null,   -- time of its first point
    last_at     timestamptz not null,   -- time of its newest unusual point
    closed_at   timestamptz,
    points      bigint not null default 1,
    score       double precision not null,   -- the highest, with its point:
    peak_at     timestamptz not null,
    value       double precision,
    expected    double precision,
    lo          double precision,
    hi          double precision,
    detector    text not null,
    reason      text not null
);
create unique index one_open_episode on episodes (series_id, kind) where state = 'open';
create index episodes_by_time on episodes (tenant_id, opened_at desc, id desc);

create table alerts (
    id          bigint generated always as identity primary key,
    tenant_id   int not null references tenants,
    episode_id  bigint not null unique references episodes on delete cascade,
    state       text not null,
    severity    text not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null default clock_timestamp()
);
create index alerts_by_time on alerts (tenant_id, opened_at desc, id desc);

-- A change of state is a row, and the row is the message that live subscribers get.
create table alert_transitions (
    tenant_id   int not null references tenants,
    seq         bigint not null,
    alert_id    bigint not null references alerts on delete cascade,
    from_state  text,
    to_state    text not null,
    severity    text not null,
    who         text not null,
    why         text not null,
    at          timestamptz not null default clock_timestamp(),
    alert       jsonb not null,
    primary key (tenant_id, seq)
);
create index alert_transitions_by_alert on alert_transitions (alert_id);

create table event_ids (
    tenant_id  int not null references tenants,
    event_id   text not null,
    t          timestamptz not null,
    primary key (tenant_id, event_id)
);
create index event_ids_by_time on event_ids using brin (t);

-- A run of a scheduled job for its window: the same window twice is one run.
create table task_runs (
    job          text not null,
    window_start timestamptz not null,
    started_at   timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    result       jsonb,
    primary key (job, window_start)
);
