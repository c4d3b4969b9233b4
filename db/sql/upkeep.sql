-- name: begin_refresh$
-- Whether this session may refresh: two at once would take each other's windows, and overwrite each other's hours.
select pg_try_advisory_lock(7261006);

-- name: end_refresh$
select pg_advisory_unlock(7261006);

-- name: claim
-- The oldest finished windows whose rollups are not complete. Nobody writes samples while this runs (see `barrier`),
-- so every point that marked such a window is visible to the refresh that follows.
with barrier as materialized (select pg_advisory_xact_lock(7261004)),
todo as (
    select d.series_id, d.t
    from dirty_windows d, barrier
    where d.t + interval '15 minutes' <= least(:now, clock_timestamp())  -- writers know what is over by this clock
      and not exists (select from dropped_ranges r where d.t >= r."from" and d.t < r."to")
    order by d.t
    limit :limit
)
update dirty_windows d set claim = :claim
from todo where d.series_id = todo.series_id and d.t = todo.t
returning d.series_id, d.t;

-- name: next_claim$
select nextval('claims');

-- name: empty_15m!
-- Windows that have lost all of their points lose their rows; after the folds, for the same at the levels above.
delete from samples_15m r using dirty_windows d
where d.claim = :claim and r.series_id = d.series_id and r.t = d.t
  and not exists (select from samples s where s.series_id = d.series_id and s.t >= d.t and s.t < d.t + interval '15 minutes');

-- name: empty_1h!
delete from samples_1h r using dirty_windows d
where d.claim = :claim and r.series_id = d.series_id and r.t = date_trunc('hour', d.t, 'UTC')
  and not exists (select from samples_15m s where s.series_id = r.series_id and s.t >= r.t and s.t < r.t + interval '1 hour');

-- name: empty_1d!
delete from samples_1d r using dirty_windows d
where d.claim = :claim and r.series_id = d.series_id and r.t = date_trunc('day', d.t, 'UTC')
  and not exists (select from samples_1h s where s.series_id = r.series_id and s.t >= r.t and s.t < r.t + interval '1 day');

-- name: fold_15m!
-- 15-minute windows from raw points.
insert into samples_15m (series_id, t, n, sum, min, max, first, last, ssq)
select d.series_id, d.t, f.n, f.sum, f.min, f.max,
       (select s.v from samples s where s.series_id = d.series_id and s.t >= d.t and s.t < d.t + interval '15 minutes'
        order by s.t limit 1),
       (select s.v from samples s where s.series_id = d.series_id and s.t >= d.t and s.t < d.t + interval '15 minutes'
        order by s.t desc limit 1),
       f.ssq
from dirty_windows d
cross join lateral (
    select count(*) as n, sum(s.v) as sum, min(s.v) as min, max(s.v) as max, sum(s.v * s.v) as ssq
    from samples s
    where s.series_id = d.series_id and s.t >= d.t and s.t < d.t + interval '15 minutes'
) f
where d.claim = :claim and f.n > 0
on conflict (series_id, t) do update
    set n = excluded.n, sum = excluded.sum, min = excluded.min, max = excluded.max,
        first = excluded.first, last = excluded.last, ssq = excluded.ssq;

-- name: fold_1h!
insert into samples_1h (series_id, t, n, sum, min, max, first, last, ssq)
select r.series_id, h.t, sum(r.n), sum(r.sum), min(r.min), max(r.max),
       (array_agg(r.first order by r.t))[1], (array_agg(r.last order by r.t desc))[1], sum(r.ssq)
from (select distinct series_id, date_trunc('hour', t, 'UTC') as t from dirty_windows where claim = :claim) h
join samples_15m r on r.series_id = h.series_id and r.t >= h.t and r.t < h.t + interval '1 hour'
group by r.series_id, h.t
on conflict (series_id, t) do update
    set n = excluded.n, sum = excluded.sum, min = excluded.min, max = excluded.max,
        first = excluded.first, last = excluded.last, ssq = excluded.ssq;

-- name: fold_1d!
insert into samples_1d (series_id, t, n, sum, min, max, first, last, ssq)
select r.series_id, d.t, sum(r.n), sum(r.sum), min(r.min), max(r.max),
       (array_agg(r.first order by r.t))[1], (array_agg(r.last order by r.t desc))[1], sum(r.ssq)
from (select distinct series_id, date_trunc('day', t, 'UTC') as t from dirty_windows where claim = :claim) d
join samples_1h r on r.series_id = d.series_id and r.t >= d.t and r.t < d.t + interval '1 day'
group by r.series_id, d.t
on conflict (series_id, t) do update
    set n = excluded.n, sum = excluded.sum, min = excluded.min, max = excluded.max,
        first = excluded.first, last = excluded.last, ssq = excluded.ssq;

-- name: settle!
-- Done, but for the windows that were marked again meanwhile.
delete from dirty_windows where claim = :claim;

-- name: expired_weeks
-- Weeks that are wholly older than `before`, not written to for a week, and with nothing left to roll up.
select w.week
from raw_weeks w
where w.relation = :relation and w.week + interval '7 days' <= :before
  and w.written_at < :quiet_since
  and (w.relation <> 'samples'
       or not exists (select from dirty_windows d where d.t >= w.week and d.t < w.week + interval '7 days'))
order by w.week;

-- name: note_dropped!
insert into dropped_ranges ("from", "to") values (:week, :week + interval '7 days') on conflict do nothing;

-- name: forget_week!
delete from raw_weeks where relation = :relation and week = :week;

-- name: drop_event_ids!
delete from event_ids where t >= :week and t < :week + interval '7 days';

-- name: drop_bands!
delete from bands where t < :before;

-- name: drop_episodes!
-- Episodes that are over, their alerts and transitions.
delete from episodes where state <> 'open' and closed_at < :before;

-- name: clean_journal!
-- Rows that a snapshot covers: nobody will replay them.
delete from journal
where id in (
    select j.id from journal j join shards s on s.id = j.shard
    where j.batch <= s.snapshot_batch
    limit :limit
);

-- name: clean_keys!
delete from batches where received_at < :now - interval '24 hours'
    or (starts_with(key, 'auto:') and received_at < :now - interval '5 minutes');
