-- The core's series llm.cost says what messages cost, stated or computed, also when they are priced anew.

-- name: point_cost
-- What the stored points of these messages say.
select m.tenant_id, m.event_id, case when c.event_id is null then m.cost else c.was end as cost
from unnest(:tenants::int[], :ids::text[], :times::timestamptz[]) as e (tenant, id, t)
join llm_messages m on m.tenant_id = e.tenant and m.t = e.t and m.event_id = e.id
left join llm_point_changes c on c.tenant_id = e.tenant and c.t = e.t and c.event_id = e.id;

-- name: reprice_points!
-- The points have to follow. What a line says stays: it is what the point says. It is locked, so that nobody takes it
-- away before the new cost is seen.
insert into llm_point_changes as c (tenant_id, t, event_id, was)
select tenant_id, t, event_id, old_cost from llm_repriced where new_cost is distinct from old_cost
order by tenant_id, event_id, t
on conflict (tenant_id, event_id, t) do update set was = c.was;

-- name: changed_points
select event_id from llm_point_changes where tenant_id = :tenant order by event_id limit :limit for update skip locked;

-- name: strike_points!
delete from llm_point_changes where tenant_id = :tenant and event_id = any(:ids::text[]);

-- name: waiting_points$
select count(*) from llm_point_changes where tenant_id = :tenant;

-- name: waiting_tenants
select distinct tenant_id from llm_point_changes order by 1;
