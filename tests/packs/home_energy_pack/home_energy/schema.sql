-- What each reading said, to the last digit.
create table home_energy_uses (
    tenant_id  int not null references tenants,
    t          timestamptz not null,
    event_id   text not null,
    user_id    text,
    appliance  text not null,
    kwh        numeric not null,
    cost       numeric
);
create index home_energy_uses_by_time on home_energy_uses (tenant_id, t);

-- The same in windows of 15 minutes, an hour and a day of UTC: sums that are only ever added to.
create table home_energy_rollup (
    tenant_id  int not null references tenants,
    level      int not null,
    t          timestamptz not null,
    appliance  text not null,
    kwh        numeric not null,
    cost       numeric not null,
    uses       bigint not null,
    primary key (tenant_id, level, t, appliance)
);
