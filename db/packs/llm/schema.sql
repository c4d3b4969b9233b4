-- Messages of language models: each once, sums in windows of UTC, sessions and projects, and what tokens cost when.
-- Money is numeric in USD, and sums of it are exact.

create table llm_projects (
    tenant_id   int not null references tenants,
    id          int generated always as identity,
    project_id  text not null,
    name        text,
    named_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, project_id)
);

create table llm_models (
    tenant_id  int not null references tenants,
    id         int generated always as identity,
    model      text not null,
    primary key (tenant_id, id),
    unique (tenant_id, model)
);

-- `project`: the one that was learned first. first_at and last_at: its outermost messages.
create table llm_sessions (
    tenant_id   int not null references tenants,
    id          int generated always as identity,
    session_id  text not null,
    project     int not null default 0,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    messages    bigint not null default 0,
    priced      bigint not null default 0,
    cost        numeric not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, session_id)
);
create index llm_sessions_first on llm_sessions (tenant_id, first_at) include (last_at, project);
create index llm_sessions_last on llm_sessions (tenant_id, last_at) include (first_at, project);

-- In which quarters of an hour a session has messages: for sessions that lie across an edge.
create table llm_session_windows (
    tenant_id  int not null,
    session    int not null,
    t          timestamptz not null,
    primary key (tenant_id, session, t)
);

-- model, project 0: none. tokens null: not stated. source 0: without a cost, 1: stated, 2: computed with a price.
create table llm_messages (
    tenant_id    int not null references tenants,
    t            timestamptz not null,
    event_id     text not null,
    session      int,
    project      int not null,
    model        int not null,
    user_id      text,
    failed       boolean not null,
    attempt      int not null,
    batch        boolean not null,
    duration_ms  int,
    input        bigint,
    output       bigint,
    cache_read   bigint,
    cache_5m     bigint,
    cache_1h     bigint,
    cost         numeric,
    source       smallint not null,
    price_id     bigint,
    primary key (tenant_id, t, event_id)
);
create index llm_messages_session on llm_messages (tenant_id, session, t) where session is not null;
create index llm_messages_person on llm_messages (tenant_id, user_id) where user_id is not null;

-- Windows of `level` minutes of UTC. project -1: all projects. `durations`: every response time in ms, 4 bytes each,
-- big-endian, in no order: percentiles over any windows are exact.
create table llm_rollup (
    tenant_id     int not null references tenants,
    level         smallint not null,
    project       int not null,
    t             timestamptz not null,
    model         int not null,
    messages      bigint not null,
    priced        bigint not null,
    computed      bigint not null,
    cost          numeric not null,
    cost_squares  double precision not null,
    timed         bigint not null,
    duration_sum  bigint not null,
    durations     bytea not null,
    tokened       bigint not null,
    input         bigint not null,
    output        bigint not null,
    cache_read    bigint not null,
    cache_5m      bigint not null,
    cache_1h      bigint not null,
    failed        bigint not null,
    failed_cost   numeric not null,
    retried       bigint not null,
    retried_cost  numeric not null,
    primary key (tenant_id, level, project, t, model)
) with (fillfactor = 80);

-- What a tenant pays, in USD a million tokens; before what providers publish (schema.2.sql). pattern: `*` stands for
-- anything. over: for prompts of more tokens than that. From `since` until a later row of the same pattern and `over`.
-- batch_discount: the share that a batch saves.
create table llm_prices (
    tenant_id       int not null references tenants,
    id              bigint generated always as identity (start with 1000001),
    pattern         text not null,
    since           timestamptz not null,
    over            bigint not null default 0 check (over >= 0),
    input           numeric not null check (input >= 0),
    output          numeric not null check (output >= 0),
    cache_read      numeric not null check (cache_read >= 0),
    cache_write_5m  numeric not null check (cache_write_5m >= 0),
    cache_write_1h  numeric not null check (cache_write_1h >= 0),
    batch_discount  numeric not null check (batch_discount between 0 and 1),
    note            text,
    changed_by      text not null,
    changed_at      timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id),
    unique (tenant_id, pattern, since, over)
);

-- What repricing changed, when, and by whom.
create table llm_repricings (
    tenant_id   int not null references tenants,
    id          bigint generated always as identity,
    at          timestamptz not null default clock_timestamp(),
    who         text not null,
    asked       jsonb not null,
    messages    bigint not null,
    old_cost    numeric not null,
    new_cost    numeric not null,
    differences jsonb not null,
    primary key (tenant_id, id)
);

-- project, model null: all. A period begins at midnight in the zone.
create table llm_budgets (
    tenant_id   int not null references tenants,
    id          bigint generated always as identity,
    name        text not null,
    project_id  text,
    model       text,
    period      text not null check (period in ('day', 'week', 'month')),
    timezone    text not null,
    amount      numeric not null check (amount > 0),
    warn_at     numeric not null default 0.8 check (warn_at > 0 and warn_at <= 1),
    changed_by  text not null,
    changed_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
