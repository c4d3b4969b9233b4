-- name: changed!
-- A pack has something new of these tenants: answers that were made before are stale.
insert into pack_changes as c (tenant_id, pack, version, changed_at)
select tenant, :pack, 1, clock_timestamp() from unnest(:tenants::int[]) as tenant
on conflict (tenant_id, pack) do update set version = c.version + 1, changed_at = excluded.changed_at;

-- name: set_aside!
insert into pack_failures (tenant_id, pack, event_id, why)
values (:tenant, :pack, :event_id, :why)
on conflict (tenant_id, pack, event_id) do update set why = excluded.why, failed_at = clock_timestamp();

-- name: version^
-- How often a pack's data of a tenant has changed, and when last.
select version, changed_at from pack_changes where tenant_id = :tenant and pack = :pack;

-- name: oldest$
-- When the first event of some types was: each is looked up in the index.
select min(e.t)
from unnest(:types::text[]) as k (type) cross join lateral (
    select t from events where tenant_id = :tenant and event_type = k.type order by t limit 1
) e;

-- name: waiting$
-- When the oldest batch of events that is not processed yet came.
select min(j.received_at) from journal j where j.batch is null and j.tenant_id = :tenant and j.kind = 2;
