-- name: shard_count$
select count(*) from shards;

-- name: consumed_shards$
-- Shards that a pipeline holds now: see `lease` in shard.sql.
select count(distinct objid)
from pg_locks
where locktype = 'advisory' and classid = 7261002 and granted
    and database = (select oid from pg_database where datname = current_database());

-- name: beating$
-- Whether a beat holds its lock: see workers/beat.py.
select exists (
    select from pg_locks
    where locktype = 'advisory' and classid = 0 and objid = :key and granted
        and database = (select oid from pg_database where datname = current_database())
);

-- name: backlog^
select coalesce(sum(points), 0)::bigint as points,
    coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)::float8 as seconds
from journal
where batch is null;

-- name: applied
select name from schema_migrations;
