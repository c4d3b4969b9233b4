-- Messages whose cost changed while the core's point of it has not followed yet (`db.exchange`). was: the cost that the
-- point says; null: there is no point.
create table llm_point_changes (
    tenant_id  int not null references tenants,
    t          timestamptz not null,
    event_id   text not null,
    was        numeric,
    primary key (tenant_id, event_id, t)
);
