-- What is to be told to somebody outside: a row a message, which is also the queue.
-- waiting: not tried yet · failed: tried, and will be again at next_at · sent · dead: given up. While a worker sends,
-- next_at stands in the future: if the worker dies, the message comes again then.
create table deliveries (
    tenant_id    int not null references tenants,
    id           bigint generated always as identity,
    key          text not null,   -- what it is about: the same key twice is one message
    channel      text not null,
    target       text not null,
    subject      text not null,
    body         text not null,
    payload      jsonb not null default '{}',
    file_name    text,
    file_text    text,
    state        text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dead')),
    attempts     int not null default 0,
    next_at      timestamptz not null default clock_timestamp(),
    answer       text,
    created_at   timestamptz not null default clock_timestamp(),
    changed_at   timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id),
    unique (tenant_id, key)
);
create index deliveries_due on deliveries (next_at) where state in ('waiting', 'failed');
create index deliveries_done on deliveries (changed_at) where state in ('sent', 'dead');
