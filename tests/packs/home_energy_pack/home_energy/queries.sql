-- name: absorb_uses!
-- One statement: the facts, and what they add to the windows that they fall into.
with new as (
    insert into home_energy_uses (tenant_id, t, event_id, user_id, appliance, kwh, cost)
    select e.tenant_id, e.t, e.event_id, e.user_id, e.p ->> 'appliance', (e.p ->> 'kwh')::numeric,
           (e.p ->> 'kwh')::numeric * (e.p ->> 'price')::numeric
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[], :properties::jsonb[])
        as e (tenant_id, event_id, t, type, user_id, p)
    where e.type = 'energy.used'
    returning tenant_id, t, appliance, kwh, cost
)
insert into home_energy_rollup as r (tenant_id, level, t, appliance, kwh, cost, uses)
select tenant_id, level, date_bin(make_interval(mins => level), t, 'epoch'), appliance,
       sum(kwh), coalesce(sum(cost), 0), count(*)
from new cross join unnest('{15,60,1440}'::int[]) as level
group by 1, 2, 3, 4
order by 1, 2, 3, 4
on conflict (tenant_id, level, t, appliance) do update
set kwh = r.kwh + excluded.kwh, cost = r.cost + excluded.cost, uses = r.uses + excluded.uses;

-- name: consumption
-- Whole windows from the rollup, what is left at the ends from the facts; a row a bucket. `lateral … offset 0`: each piece
-- is looked up in the index, whatever the planner thinks of their number.
with pieces as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), parts as (
    select r.t, r.kwh, r.cost, r.uses
    from pieces p cross join lateral (
        select * from home_energy_rollup r
        where r.tenant_id = :tenant and r.level = p.level and r.t >= p.lo and r.t < p.hi
          and (r.appliance = :appliance::text or :appliance::text is null)
        offset 0
    ) r
    union all
    select u.t, u.kwh, u.cost, 1
    from pieces p cross join lateral (
        select * from home_energy_uses u
        where p.level = 0 and u.tenant_id = :tenant and u.t >= p.lo and u.t < p.hi
          and (u.appliance = :appliance::text or :appliance::text is null)
        offset 0
    ) u
)
select width_bucket(t, :edges::timestamptz[]) - 1 as bucket,
       sum(kwh) as kwh, coalesce(sum(cost), 0) as cost, sum(uses)::bigint as uses
from parts
group by 1
order by 1;

-- name: appliances
select appliance, sum(kwh) as kwh, round(100 * sum(kwh) / nullif(sum(sum(kwh)) over (), 0), 2)::float8 as share
from home_energy_uses
where tenant_id = :tenant and t >= :start::timestamptz and t < :stop::timestamptz
group by appliance
order by sum(kwh) desc, appliance;
