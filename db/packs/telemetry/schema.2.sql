-- How far people were told of alerts: the tenant's newest transition that was looked at (owner ''), and, of a person
-- with quiet hours, until when what these held back was told.
create table telemetry_told (
    tenant_id    int not null references tenants,
    owner        text not null,
    seq          bigint,
    quiet_until  timestamptz,
    primary key (tenant_id, owner)
);
