-- What content is known, by number: its id as producers say it, and what the content service told of it.
create table content_items (
    tenant_id     int not null references tenants,
    id            int generated always as identity,
    content_id    text not null,
    title         text,
    kind          text,
    author        text,
    url           text,
    tags          text[],
    published_at  timestamptz,
    described_at  timestamptz,   -- null: seen in events only
    primary key (tenant_id, content_id)
);
create unique index content_items_by_number on content_items (tenant_id, id);

-- Events as facts. content: number of the item, 0 without one. kind: 1 page_view, 2 content_view, 3 content_optimized,
-- 4 conversion, 5 engagement, 6 click. engaged: of views, see the terms of the pack.
create table content_events (
    tenant_id    int not null,
    t            timestamptz not null,
    event_id     text not null,
    kind         smallint not null,
    content      int not null,
    user_id      text,
    session_id   text,
    visitor      text generated always as (coalesce('s' || session_id, 'u' || user_id)) stored,
    engaged      boolean not null default false,
    revenue      numeric,
    currency     text,
    product      text,
    score        numeric,
    duration     double precision,
    absorbed_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, event_id)
);
create index content_events_by_time on content_events (tenant_id, t);
create index content_events_by_kind on content_events (tenant_id, kind, t);
create index content_events_by_content on content_events (tenant_id, content, t) include (kind, visitor);
create index content_events_by_user on content_events (tenant_id, user_id, t) where user_id is not null;
create index content_events_by_visitor on content_events (tenant_id, visitor, kind) include (content) where visitor is not null;
create index content_events_by_age on content_events using brin (absorbed_at);

-- Sums over windows of 15, 60, 1440, 10080 and 40320 minutes since 1970 UTC. content -1: all events.
create table content_rollup (
    tenant_id      int not null,
    level          int not null,
    content        int not null,
    t              timestamptz not null,
    page_views     bigint not null default 0,
    content_views  bigint not null default 0,
    engaged_views  bigint not null default 0,
    clicks         bigint not null default 0,
    conversions    bigint not null default 0,
    engagements    bigint not null default 0,
    optimizations  bigint not null default 0,
    scored         bigint not null default 0,
    score_sum      numeric not null default 0,
    primary key (tenant_id, level, content, t)
) with (fillfactor = 80);
create index content_rollup_by_time on content_rollup (tenant_id, level, t);

-- Revenue, by currency. sales: conversions that say a revenue.
create table content_money (
    tenant_id  int not null,
    level      int not null,
    content    int not null,
    t          timestamptz not null,
    currency   text not null,
    sales      bigint not null,
    revenue    numeric not null,
    primary key (tenant_id, level, content, t, currency)
) with (fillfactor = 80);
create index content_money_by_time on content_money (tenant_id, level, t);

-- Reports that are to be made again and again.
create table content_schedules (
    tenant_id   int not null references tenants,
    id          bigint generated always as identity,
    name        text not null,
    report      jsonb not null,       -- metrics, group_by, content_ids, currency
    period      text not null check (period in ('daily', 'weekly', 'monthly')),
    at          text not null,        -- HH:MM in the zone
    weekday     smallint not null,    -- of weekly ones: 0 Monday … 6 Sunday
    monthday    smallint not null,    -- of monthly ones: 1 … 28
    timezone    text not null,
    channel     text not null,
    target      text not null,
    format      text not null check (format in ('csv', 'json')),
    enabled     boolean not null,
    due_at      timestamptz not null,
    last_due    timestamptz,
    created_by  text not null,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);
create index content_schedules_due on content_schedules (due_at) where enabled;

-- Reports that were made: the question, the answer, and at which version of the data.
create table content_reports (
    tenant_id         int not null references tenants,
    id                bigint generated always as identity,
    name              text not null,
    query             jsonb not null,
    result            jsonb not null,
    data_version      bigint not null,
    complete_through  timestamptz not null,
    created_by        text not null,
    created_at        timestamptz not null default clock_timestamp(),
    schedule          bigint,
    due_at            timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, schedule, due_at)
);
