-- name: lease$
select pg_try_advisory_lock(7261002, :shard);

-- name: note_owner!
update shards set owner = :owner, renewed_at = clock_timestamp() where id = :shard;

-- name: release$
select pg_advisory_unlock(7261002, :shard);

-- name: position^
select batch, snapshot_batch, policy_version from shards where id = :shard;

-- name: blocks
select block, version, state from detector_state where shard = :shard order by block;

-- name: replay
-- What was taken after the snapshot, in the order in which it was taken.
select id, tenant_id, kind, batch, received_at, history, payload
from journal
where shard = :shard and batch > :snapshot_batch
order by batch, id;

-- name: waiting
-- The oldest rows that no batch has taken, up to about so many points.
with oldest as (
    select id, sum(points) over (order by id) - points as before
    from (select id, points from journal where shard = :shard and batch is null order by id limit 2000) as head
)
select j.id, j.tenant_id, j.kind, j.batch, j.received_at, j.history, j.payload
from oldest join journal j using (id)
where oldest.before < :max_points
order by j.id;

-- name: newest
-- How far the shard's series had come at its snapshot.
select st.series_id, (extract(epoch from st.newest) * 1000000)::bigint
from series_state st join series s on s.id = st.series_id
where s.shard = :shard
order by st.series_id;

-- name: advance!
-- Move the shard to its next batch. No row moves when another consumer has been here.
update shards set batch = :batch, renewed_at = clock_timestamp() where id = :shard and batch = :batch - 1;

-- name: take!
update journal set batch = :batch where id = any(:ids::bigint[]);

-- name: describe
select id, tenant_id, kind from series where id = any(:ids::int[]);

-- name: barrier$
-- Rollup refreshes claim windows only while no shard is writing; this also says what time it is for the database.
select clock_timestamp() from pg_advisory_xact_lock_shared(7261004);

-- name: closed
select "from", "to" from dropped_ranges;

-- name: there
-- Which of these points exist: position in the arrays, and the stored value.
select u.at, s.v
from unnest(:ids::int[], :times::timestamptz[]) with ordinality as u (series_id, t, at)
join samples s on s.series_id = u.series_id and s.t = u.t
where s.t between :lo and :hi;

-- name: revise!
update samples s set v = u.v
from unnest(:ids::int[], :times::timestamptz[], :values::float8[]) as u (series_id, t, v)
where s.series_id = u.series_id and s.t = u.t and s.t between :lo and :hi and s.series_id = any(:ids::int[]);

-- name: mark!
insert into dirty_windows as d (series_id, t)
select * from unnest(:ids::int[], :times::timestamptz[])
on conflict (series_id, t) do update set claim = null where d.claim is not null;

-- name: new_event_ids
insert into event_ids (tenant_id, event_id, t)
select * from unnest(:tenants::int[], :ids::text[], :times::timestamptz[])
on conflict (tenant_id, event_id) do nothing
returning tenant_id, event_id;

-- name: add_events!
insert into events (t, tenant_id, event_id, event_type, user_id, session_id, content_id, properties, received_at)
select u.*, clock_timestamp()
from unnest(:times::timestamptz[], :tenants::int[], :ids::text[], :types::text[], :users::text[], :sessions::text[],
            :contents::text[], :properties::jsonb[]) as u;

-- name: put_block!
insert into detector_state (shard, block, version, state) values (:shard, :block, :version, :state)
on conflict (shard, block) do update set version = excluded.version, state = excluded.state;

-- name: put_pulse!
-- A series shares its block with others: it was seen when it has something newer.
insert into series_state as s (series_id, newest, step_us, points, seen_at, arrival)
select u.id, u.newest, nullif(u.step, 0), u.points, clock_timestamp(), u.arrival
from unnest(:ids::int[], :newest::timestamptz[], :steps::bigint[], :points::bigint[], :arrivals::bytea[])
     as u (id, newest, step, points, arrival)
on conflict (series_id) do update
    set newest = excluded.newest, step_us = excluded.step_us, points = excluded.points, arrival = excluded.arrival,
        seen_at = case when excluded.newest > s.newest then excluded.seen_at else s.seen_at end;

-- name: note_snapshot!
-- Without a new version of the policies the old one stays in force.
update shards
set snapshot_batch = :batch, policy_version = coalesce(:policy_version::bigint, policy_version)
where id = :shard;

-- name: held
-- Open episodes of levels, and whether anybody was told of them.
select e.series_id, e.tenant_id, e.severity, e.opened_at, e.last_at, e.points, e.peak_at, e.value,
       exists (select from alerts a where a.episode_id = e.id)
from episodes e join series s on s.id = e.series_id
where s.shard = :shard and e.kind = 'threshold' and e.state = 'open';
