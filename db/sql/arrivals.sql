-- name: listened^
-- Since when silence has been listened to without a break longer than `pause`, and when it last was. No row: never.
select case when passed_at >= :now - :pause::interval then since else :now end as since, passed_at from listening;

-- name: listen!
insert into listening (since, passed_at) values (:since, :now)
on conflict (one) do update set since = excluded.since, passed_at = excluded.passed_at;

-- name: behind
-- Shards whose series are not yet known as of now: everything that came before `until` is in `series_state`.
select j.shard, min(j.received_at) as until
from journal j join shards s on s.id = j.shard
where j.batch is null or j.batch > s.snapshot_batch
group by j.shard;

-- name: pulses
-- How every series is doing that sent in the last two months or is said to be silent; times in us. The arrival model
-- comes only where a point is due.
select s.id, s.tenant_id, s.shard,
       (extract(epoch from st.newest) * 1000000)::bigint as newest,
       (extract(epoch from st.seen_at) * 1000000)::bigint as seen,
       coalesce(st.step_us, 0) as step, st.points,
       case when st.newest < :now - st.step_us * interval '1 microsecond' then st.arrival end as arrival,
       coalesce((extract(epoch from e.opened_at) * 1000000)::bigint, 0) as opened,
       coalesce((extract(epoch from e.last_at) * 1000000)::bigint, 0) as last,
       coalesce(e.detector = 'lateness', false) as late
from series_state st
join series s on s.id = st.series_id
left join episodes e on e.series_id = s.id and e.kind = 'stale' and e.state = 'open'
where s.kind <> 'event' and (st.newest > :now - interval '60 days' or e.id is not null)
order by s.id;

-- name: together
-- Labels all of whose series that sent within a week are silent, at least two: (tenant, label, value, series ids).
select s.tenant_id, l.key, l.value, array_agg(s.id) as ids
from series s
join series_state st on st.series_id = s.id
cross join lateral jsonb_each_text(s.labels) as l
where s.tenant_id = any(:tenants::int[]) and s.kind <> 'event' and st.newest > :now - interval '7 days'
group by s.tenant_id, l.key, l.value
having count(*) > 1 and bool_and(s.id = any(:silent::int[]));

-- name: blocks
select block, state from lateness where block = any(:blocks::int[]);

-- name: put_blocks!
insert into lateness (block, state)
select * from unnest(:blocks::int[], :states::bytea[])
on conflict (block) do update set state = excluded.state;
