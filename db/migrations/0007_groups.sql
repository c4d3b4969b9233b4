-- Series that belong together, such as the metrics of a machine, and their one score.

-- By the values of which labels a tenant's series are grouped; a series takes the first of them that it has.
alter table tenants add column group_labels text[] not null default '{host,machine,device,instance}';

create table groups (
    tenant_id   int not null references tenants,
    id          int generated always as identity,
    label       text not null,
    value       text not null,
    series_id   int not null references series on delete cascade,   -- what its episodes are written under
    members     int[] not null,                                     -- series ids, ascending
    step_us     bigint not null,                                    -- instants are so far apart
    until       timestamptz not null,                               -- judged up to here
    score       double precision,                                   -- of the newest instant, and who carries it:
    carriers    jsonb not null default '[]',
    opened_at   timestamptz,                                        -- of the open episode, with its peak:
    last_at     timestamptz,
    peak_at     timestamptz,
    peak        double precision,
    state       bytea,                                              -- numbers behind a version
    primary key (tenant_id, id),
    unique (tenant_id, label, value)
);
alter table groups alter column state set storage external;
