-- name: known_series
-- Series that exist, by their fingerprints.
select fingerprint, id, shard
from series
where tenant_id = :tenant and fingerprint = any(:prints::bytea[]);

-- name: lock_tenant^
-- Hold the tenant while series are added, so that its limit is kept exactly.
select series_limit, series_count from tenants where id = :tenant for update;

-- name: known_metrics
-- Which of these metrics the tenant has already.
select distinct metric from series where tenant_id = :tenant and metric = any(:metrics::text[]);

-- name: add_series
-- New series; those that another process added meanwhile are left out.
insert into series (tenant_id, metric, labels, fingerprint, unit, kind, shard)
select :tenant, u.metric, u.labels, u.fingerprint, u.unit, u.kind, u.shard
from unnest(:metrics::text[], :labels::jsonb[], :prints::bytea[], :units::text[], :kinds::text[], :shards::smallint[])
     as u (metric, labels, fingerprint, unit, kind, shard)
on conflict (tenant_id, fingerprint) do nothing
returning fingerprint, id, shard;

-- name: count_series!
update tenants set series_count = series_count + :added where id = :tenant;

-- name: append_keyed$
-- A batch and its key, durable together. 1 when it is new, 0 when the key is known (and not yet forgotten).
with known as (
    insert into batches as b (tenant_id, key, fingerprint, answer)
    values (:tenant, :key, :fingerprint, :answer)
    on conflict (tenant_id, key) do update
        set fingerprint = excluded.fingerprint, answer = excluded.answer, received_at = clock_timestamp()
        where b.received_at < clock_timestamp()
              - case when b.key like 'auto:%' then interval '5 minutes' else interval '24 hours' end
    returning 1
), written as (
    insert into journal (tenant_id, shard, kind, points, history, payload)
    select :tenant, u.shard, u.kind, u.points, :history::boolean, u.payload
    from unnest(:shards::smallint[], :kinds::smallint[], :points::int[], :payloads::bytea[])
         as u (shard, kind, points, payload)
    where exists (select from known)
)
select count(*)::int from known;

-- name: append_plain!
-- A batch that names no key.
insert into journal (tenant_id, shard, kind, points, history, payload)
select :tenant, u.shard, u.kind, u.points, :history::boolean, u.payload
from unnest(:shards::smallint[], :kinds::smallint[], :points::int[], :payloads::bytea[])
     as u (shard, kind, points, payload);

-- name: known_batch^
-- What the producer was told the first time.
select fingerprint, answer from batches where tenant_id = :tenant and key = :key;

-- name: backlog^
-- What waits for the pipeline.
select coalesce(sum(points), 0)::bigint as points, min(received_at) as oldest from journal where batch is null;

-- name: dropped_ranges
-- Raw ranges that retention has dropped.
select "from", "to", dropped_at from dropped_ranges order by "from";
