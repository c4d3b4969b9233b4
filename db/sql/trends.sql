-- Folding points over time. Rows travel as one value of packed columns (db/folding.py reads them): a reader asks for up to
-- half a million of them. Windows are quarters of an hour in UTC, named by their starts; `us` is microseconds since 1970.

-- name: foreign_series$
-- How many of these series are not the tenant's.
select count(*)
from unnest(:ids::int[]) as u (id)
where not exists (select from series s where s.id = u.id and s.tenant_id = :tenant);

-- name: dirty$
-- Windows in [lo, hi) whose rollup rows do not hold all of their points.
select string_agg(int4send(series_id) || timestamptz_send(t), '')
from dirty_windows
where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: fold_1d$
-- Rollup rows in [lo, hi) of each (group, bucket). `skip` rows are left out; unless `all_windows`, only rows inside the
-- `only` windows of length `parent` are taken. The ids must ascend: their groups are found by bisection.
select string_agg(int4send(grp) || int4send(bucket) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(coalesce(head[1], 'nan')) || float8send(coalesce(head[2], 'nan'))
    || float8send(coalesce(tail[1], 'nan')) || float8send(coalesce(tail[2], 'nan')), '')
from (
    select (:groups::int[])[width_bucket(r.series_id, :ids::int[])] as grp,
           width_bucket(r.t, (select array_agg('epoch'::timestamptz + u * interval '1 us' order by u)
                              from unnest(:edges::int8[]) as e (u))) - 1 as bucket,
           sum(r.n)::bigint as n, sum(r.sum) as sum, min(r.min) as min, max(r.max) as max,
           min(case when :ends::boolean then array[date_part('epoch', r.t), r.first] end) as head,
           max(case when :ends::boolean then array[date_part('epoch', r.t), r.last] end) as tail
    from samples_1d r
    where r.series_id = any(:ids::int[]) and r.t >= :lo and r.t < :hi
      and (:all_windows::boolean or (r.series_id, date_bin(:parent::interval, r.t, 'epoch')) in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:only_ids::int[], :only_t::int8[]) as o (id, u)))
      and (r.series_id, r.t) not in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:skip_ids::int[], :skip_t::int8[]) as k (id, u))
    group by 1, 2
) as folded;

-- name: fold_1h$
-- The same from hourly rows.
select string_agg(int4send(grp) || int4send(bucket) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(coalesce(head[1], 'nan')) || float8send(coalesce(head[2], 'nan'))
    || float8send(coalesce(tail[1], 'nan')) || float8send(coalesce(tail[2], 'nan')), '')
from (
    select (:groups::int[])[width_bucket(r.series_id, :ids::int[])] as grp,
           width_bucket(r.t, (select array_agg('epoch'::timestamptz + u * interval '1 us' order by u)
                              from unnest(:edges::int8[]) as e (u))) - 1 as bucket,
           sum(r.n)::bigint as n, sum(r.sum) as sum, min(r.min) as min, max(r.max) as max,
           min(case when :ends::boolean then array[date_part('epoch', r.t), r.first] end) as head,
           max(case when :ends::boolean then array[date_part('epoch', r.t), r.last] end) as tail
    from samples_1h r
    where r.series_id = any(:ids::int[]) and r.t >= :lo and r.t < :hi
      and (:all_windows::boolean or (r.series_id, date_bin(:parent::interval, r.t, 'epoch')) in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:only_ids::int[], :only_t::int8[]) as o (id, u)))
      and (r.series_id, r.t) not in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:skip_ids::int[], :skip_t::int8[]) as k (id, u))
    group by 1, 2
) as folded;

-- name: fold_15m$
-- The same from quarter-hourly rows.
select string_agg(int4send(grp) || int4send(bucket) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(coalesce(head[1], 'nan')) || float8send(coalesce(head[2], 'nan'))
    || float8send(coalesce(tail[1], 'nan')) || float8send(coalesce(tail[2], 'nan')), '')
from (
    select (:groups::int[])[width_bucket(r.series_id, :ids::int[])] as grp,
           width_bucket(r.t, (select array_agg('epoch'::timestamptz + u * interval '1 us' order by u)
                              from unnest(:edges::int8[]) as e (u))) - 1 as bucket,
           sum(r.n)::bigint as n, sum(r.sum) as sum, min(r.min) as min, max(r.max) as max,
           min(case when :ends::boolean then array[date_part('epoch', r.t), r.first] end) as head,
           max(case when :ends::boolean then array[date_part('epoch', r.t), r.last] end) as tail
    from samples_15m r
    where r.series_id = any(:ids::int[]) and r.t >= :lo and r.t < :hi
      and (:all_windows::boolean or (r.series_id, date_bin(:parent::interval, r.t, 'epoch')) in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:only_ids::int[], :only_t::int8[]) as o (id, u)))
      and (r.series_id, r.t) not in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:skip_ids::int[], :skip_t::int8[]) as k (id, u))
    group by 1, 2
) as folded;

-- name: raw_windows$
-- Raw points in [lo, hi), folded to one row a (series, window). Points of one instant: the smallest is first.
select string_agg(int4send(series_id) || timestamptz_send(t) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(head[2]) || float8send(tail[2]), '')
from (
    select s.series_id, date_bin('15 minutes', s.t, 'epoch') as t,
           count(*) as n, sum(s.v) as sum, min(s.v) as min, max(s.v) as max,
           min(array[date_part('epoch', s.t), s.v]) as head, max(array[date_part('epoch', s.t), s.v]) as tail
    from samples s
    where s.series_id = any(:ids::int[]) and s.t >= :lo and s.t < :hi
      and (:all_windows::boolean or (s.series_id, date_bin('15 minutes', s.t, 'epoch')) in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:only_ids::int[], :only_t::int8[]) as o (id, u)))
    group by 1, 2
) as windows;

-- name: increase$
-- How much counters grew inside each (group, bucket) of [lo, hi): n points, and the growth as `sum`. Windows in `skip` are
-- replaced by those given (w_*). A counter that fell was reset to 0: inside a window where its last value is below its first
-- or its highest, between two windows where the later begins below the end of the earlier.
with windows as (
    select r.series_id, r.t, r.n, r.max, r.first, r.last
    from samples_15m r
    where r.series_id = any(:ids::int[]) and r.t >= :lo and r.t < :hi
      and (r.series_id, r.t) not in (
          select id, 'epoch'::timestamptz + u * interval '1 us' from unnest(:skip_ids::int[], :skip_t::int8[]) as k (id, u))
    union all
    select id, 'epoch'::timestamptz + u * interval '1 us', n, max, first, last
    from unnest(:w_ids::int[], :w_t::int8[], :w_n::int8[], :w_max::float8[], :w_first::float8[], :w_last::float8[])
         as w (id, u, n, max, first, last)
), steps as (
    select series_id, t, n,
           case when last < first or max > last then max - first + last else last - first end as inside,
           first, lag(last) over (partition by series_id order by t) as before
    from windows
)
select string_agg(int4send(grp) || int4send(bucket) || int8send(n) || float8send(grown), '')
from (
    select g.grp,
           width_bucket(greatest(s.t, 'epoch'::timestamptz + (:edges::int8[])[1] * interval '1 us'),
                        (select array_agg('epoch'::timestamptz + u * interval '1 us' order by u)
                         from unnest(:edges::int8[]) as e (u))) - 1 as bucket,
           sum(s.n)::bigint as n,
           sum(s.inside + case when s.before is null then 0 when s.first >= s.before then s.first - s.before
                               else s.first end) as grown
    from steps s
    join unnest(:ids::int[], :groups::int[]) as g (id, grp) on g.id = s.series_id
    group by 1, 2
) as folded;

-- name: quantile$
-- The quantile q of the raw points of each (group, bucket), between points by linear interpolation.
select string_agg(int4send(grp) || int4send(bucket) || int8send(n) || float8send(quantile), '')
from (
    select g.grp,
           width_bucket(s.t, (select array_agg('epoch'::timestamptz + u * interval '1 us' order by u)
                              from unnest(:edges::int8[]) as e (u))) - 1 as bucket,
           count(*) as n, percentile_cont(:q::float8) within group (order by s.v) as quantile
    from samples s
    join unnest(:ids::int[], :groups::int[]) as g (id, grp) on g.id = s.series_id
    where s.series_id = any(:ids::int[]) and s.t >= :lo and s.t < :hi
    group by 1, 2
) as folded;

-- name: bucket_values
-- The raw values of each (series, bucket) that has any: float8 side by side, in no order. `numbers` counts the buckets.
select g.grp, b.bucket, p.packed
from unnest(:ids::int[], :groups::int[]) as g (id, grp)
cross join (select n as bucket, 'epoch'::timestamptz + (:edges::int8[])[n + 1] * interval '1 us' as lo,
                   'epoch'::timestamptz + (:edges::int8[])[n + 2] * interval '1 us' as hi
            from unnest(:numbers::int[]) as e (n)) as b
cross join lateral (
    select string_agg(float8send(s.v), '') as packed
    from samples s
    where s.series_id = g.id and s.t >= b.lo and s.t < b.hi and s.t >= :lo and s.t < :hi
) as p
where p.packed is not null;

-- name: raw_points$
-- Points in [lo, hi), by series and time.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(v), '' order by series_id, t)
from (
    select series_id, t, v from samples
    where series_id = any(:ids::int[]) and t >= :lo and t < :hi
    order by series_id, t
    limit :limit
) as points;

-- name: band_rows$
-- What was expected in the windows of [lo, hi), by series and time.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(expected) || float8send(lo) || float8send(hi),
                  '' order by series_id, t)
from bands
where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: known_newest^
-- The newest point of the series by their states, and since when the oldest of the tenant's journal rows waits.
select (select max(newest) from series_state where series_id = any(:ids::int[])) as newest,
       (select min(received_at) from journal where batch is null and tenant_id = :tenant) as waiting;

-- name: newest_window$
-- The start of the newest day or waiting window with points: for series whose state was never saved.
select greatest((select max(t) from samples_1d where series_id = any(:ids::int[])),
                (select max(t) from dirty_windows where series_id = any(:ids::int[])));

-- name: newest_point$
-- The newest point from a time on: the state of a series may trail its points by seconds.
select max(t) from samples where series_id = any(:ids::int[]) and t >= :since;

-- name: oldest_window$
-- The start of the oldest window that is known to hold points, as finely as rollups still say.
with first_day as (
    select least((select min(t) from samples_1d where series_id = any(:ids::int[])),
                 (select min(t) from dirty_windows where series_id = any(:ids::int[]))) as t
)
select least(
    coalesce(
        (select min(t) from samples_15m where series_id = any(:ids::int[])
         and t >= (select t from first_day) and t < (select t from first_day) + interval '1 day'),
        (select min(t) from samples_1h where series_id = any(:ids::int[])
         and t >= (select t from first_day) and t < (select t from first_day) + interval '1 day'),
        (select t from first_day)),
    (select min(t) from dirty_windows where series_id = any(:ids::int[])));

-- name: oldest_point$
select min(t) from samples where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: dropped_ranges
-- Raw ranges that retention has dropped and that meet [lo, hi).
select "from", "to" from dropped_ranges where "from" < :hi and "to" > :lo order by "from";

-- name: any_day$
-- Whether the series had points on the days of [lo, hi).
select exists (select from samples_1d where series_id = any(:ids::int[]) and t >= :lo and t < :hi);

-- name: count_days$
-- Points on the whole days of [lo, hi), by daily rows.
select coalesce(sum(n), 0)::bigint from samples_1d where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: count_hours$
select coalesce(sum(n), 0)::bigint from samples_1h where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: count_quarters$
select coalesce(sum(n), 0)::bigint from samples_15m where series_id = any(:ids::int[]) and t >= :lo and t < :hi;
