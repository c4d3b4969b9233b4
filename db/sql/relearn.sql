-- name: ask!
-- Note series whose past changed. What is noted already keeps its turn: a series is judged again once for all of it.
insert into relearn as r (series_id, shard, since, until, live, ready_at)
select u.id, :shard, u.since, u.until, u.live, clock_timestamp() + :delay
from unnest(:ids::int[], :since::timestamptz[], :until::timestamptz[], :live::boolean[]) as u (id, since, until, live)
on conflict (series_id) do update
    set since = least(r.since, excluded.since), until = greatest(r.until, excluded.until),
        live = r.live or excluded.live
    where r.since is null or r.since > excluded.since or r.until < excluded.until or excluded.live > r.live;

-- name: ask_all!
-- All series of a shard are to be learned anew; nothing of what was said of them is to change.
insert into relearn (series_id, shard, live, ready_at)
select st.series_id, :shard, false, clock_timestamp()
from series_state st join series s on s.id = st.series_id
where s.shard = :shard and s.kind <> 'event'
on conflict (series_id) do nothing;

-- name: ready
select r.series_id, s.tenant_id, r.since, r.until, r.live, r.forget
from relearn r join series s on s.id = r.series_id
where r.shard = :shard and r.ready_at <= clock_timestamp()
order by r.ready_at, r.series_id
limit :limit;

-- name: done!
delete from relearn where series_id = any(:ids::int[]);

-- name: stored$
-- The newest stored points of a series, packed.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(v), '' order by t)
from (select series_id, t, v from samples where series_id = :series order by t desc limit :limit) newest;

-- name: untold
-- Series of a shard with an open episode that nobody was told of.
select e.series_id
from episodes e join series s on s.id = e.series_id
where s.shard = :shard and e.kind = 'anomaly' and e.state = 'open'
  and not exists (select from alerts a where a.episode_id = e.id);

-- name: episodes_since
-- What stands of a series' episodes that were not over before `since`, and of the open one, with their alerts.
select e.id, e.state = 'open', a.id is not null, e.opened_at, e.last_at, e.points, e.score, e.severity, e.peak_at,
       e.value, e.expected, e.lo, e.hi, e.detector, e.reason
from episodes e left join alerts a on a.episode_id = e.id
where e.series_id = :series and e.kind = 'anomaly' and e.state <> 'retracted'
  and (e.state = 'open' or coalesce(e.closed_at, e.last_at) >= :since)
order by e.opened_at, e.id;

-- name: revise_episode!
update episodes
set state = :state, severity = :severity, opened_at = :opened_at, last_at = :last_at, closed_at = :closed_at,
    points = :points, score = :score, peak_at = :peak_at, value = :value, expected = :expected, lo = :lo, hi = :hi,
    detector = :detector, reason = :reason
where id = :id;

-- name: retract_episode!
update episodes set state = 'retracted', closed_at = coalesce(closed_at, last_at) where id = :id;

-- name: forget_episode!
delete from episodes where id = :id;

-- name: add_past_episode^
insert into episodes (tenant_id, series_id, kind, state, severity, opened_at, last_at, closed_at, points, score, peak_at,
                      value, expected, lo, hi, detector, reason)
values (:tenant, :series_id, :kind, :state, :severity, :opened_at, :last_at, :closed_at, :points, :score, :peak_at,
        :value, :expected, :lo, :hi, :detector, :reason)
returning id;

-- name: drop_bands!
delete from bands where series_id = :series and t >= :since;
