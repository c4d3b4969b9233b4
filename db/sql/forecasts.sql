-- name: of_series
-- The forecasts of series as they stand, to be judged before they are replaced.
select series_id, starts, step, lo80, hi80, lo95, hi95, agg
from forecasts where series_id = any(:ids::int[]);

-- name: save!
-- Replace forecasts; the record of how earlier ones came true goes on.
insert into forecasts as f (
    series_id, model, agg, starts, step, mean, lo80, hi80, lo95, hi95, mase, coverage80, coverage95,
    judged, inside80, inside95, metadata, expires_at)
values (
    :series_id, :model, :agg, :starts, :step, :mean, :lo80, :hi80, :lo95, :hi95, :mase, :coverage80, :coverage95,
    :judged, :inside80, :inside95, :metadata, :expires_at)
on conflict (series_id) do update set
    made_at = clock_timestamp(), model = excluded.model, agg = excluded.agg, starts = excluded.starts,
    step = excluded.step, mean = excluded.mean, lo80 = excluded.lo80, hi80 = excluded.hi80, lo95 = excluded.lo95,
    hi95 = excluded.hi95, mase = excluded.mase, coverage80 = excluded.coverage80, coverage95 = excluded.coverage95,
    judged = f.judged + excluded.judged, inside80 = f.inside80 + excluded.inside80,
    inside95 = f.inside95 + excluded.inside95, metadata = excluded.metadata, expires_at = excluded.expires_at;

-- name: withdraw!
-- Series of which nothing can be expected any more.
delete from forecasts where series_id = any(:ids::int[]);

-- name: drop_expired!
delete from forecasts where series_id in (
    select series_id from forecasts where expires_at < :now order by expires_at limit :limit);

-- name: forecasts
-- A tenant's forecasts of a metric after a series, with their series.
select s.id as series_id, s.metric, s.labels, s.unit, s.kind, f.made_at, f.model, f.agg, f.starts, f.step, f.mean,
       f.lo80, f.hi80, f.lo95, f.hi95, f.mase, f.coverage80, f.coverage95, f.judged, f.inside80, f.inside95,
       f.metadata
from series s join forecasts f on f.series_id = s.id
where s.tenant_id = :tenant and s.id > :after and f.expires_at > clock_timestamp()
  and (:metric::text is null or s.metric = :metric::text)
  and (:pattern::text is null or s.metric like :pattern::text)
  and s.labels @> :labels::jsonb
order by s.id
limit :limit;
