-- What people say of feature flags at run time. Without a row, what the pack or the environment says holds.
create table flags (
    tenant_id    int not null references tenants,
    name         text not null,
    enabled      boolean,    -- null: as declared
    percent      smallint check (percent between 0 and 100),
    settings     jsonb not null default '{}',   -- over those declared, name by name
    changed_at   timestamptz not null default clock_timestamp(),
    changed_by   text not null,
    primary key (tenant_id, name)
);
