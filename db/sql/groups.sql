-- name: memberships
-- Groups as the labels of live series make them now: (tenant, label, value, series ids, usual us between points).
with labelled as (
    select s.tenant_id, s.id, st.step_us, g.label, s.labels ->> g.label as value,
           row_number() over (partition by s.id order by g.n) as choice
    from tenants t
    cross join lateral unnest(t.group_labels) with ordinality as g (label, n)
    join series s on s.tenant_id = t.id and s.labels ->> g.label is not null
    join series_state st on st.series_id = s.id
    where s.kind <> 'event' and s.metric <> '__group__' and st.step_us > 0 and st.newest > :now - interval '1 day'
)
select tenant_id, label, value, array_agg(id order by id) as members,
       percentile_disc(0.5) within group (order by step_us) as step_us
from labelled
where choice = 1
group by tenant_id, label, value
having count(*) > 1;

-- name: add_series$
insert into series (tenant_id, metric, labels, fingerprint, shard) values (:tenant, '__group__', :labels, :print, 0)
on conflict (tenant_id, fingerprint) do update set metric = excluded.metric
returning id;

-- name: add_group!
insert into groups (tenant_id, label, value, series_id, members, step_us, until)
values (:tenant, :label, :value, :series, :members, :step, :until)
on conflict (tenant_id, label, value) do nothing;

-- name: known
-- Every group: what makes it, and how far it was judged.
select tenant_id, id, label, value, members, step_us from groups order by tenant_id, id;

-- name: load
-- Groups to be judged, locked.
select tenant_id, id, label, value, series_id, members, step_us, until, opened_at, last_at, peak_at, peak, carriers, state,
       score
from groups where id = any(:ids::int[]) order by id for update skip locked;

-- name: points
-- Points of series, each after its own time, up to a common one.
select u.at, (extract(epoch from s.t) * 1000000)::bigint, s.v
from unnest(:ids::int[], :after::timestamptz[]) with ordinality as u (series_id, after, at)
join samples s on s.series_id = u.series_id and s.t > u.after
where s.t > :first and s.t <= :until
order by u.at, s.t;

-- name: names
select id, metric from series where id = any(:ids::int[]);

-- name: save!
update groups g
set members = :members, step_us = :step, until = :until, score = :score, carriers = :carriers, opened_at = :opened_at,
    last_at = :last_at, peak_at = :peak_at, peak = :peak, state = :state
where g.tenant_id = :tenant and g.id = :id;

-- name: groups
-- A tenant's groups after an id.
select id, label, value, members, step_us, until, score, carriers, opened_at, peak
from groups
where tenant_id = :tenant and id > :after
order by id
limit :limit;
