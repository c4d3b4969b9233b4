-- Rollups as hierarchical, real-time continuous aggregates.

create materialized view samples_15m
with (timescaledb.continuous, timescaledb.materialized_only = false) as
select series_id,
       time_bucket(interval '15 minutes', t) as t,
       count(*) as n, sum(v) as sum, min(v) as min, max(v) as max,
       first(v, samples.t) as first, last(v, samples.t) as last, sum(v * v) as ssq
from samples
group by 1, 2
with no data;

create materialized view samples_1h
with (timescaledb.continuous, timescaledb.materialized_only = false) as
select series_id,
       time_bucket(interval '1 hour', t) as t,
       sum(n)::bigint as n, sum(sum) as sum, min(min) as min, max(max) as max,
       first(first, samples_15m.t) as first, last(last, samples_15m.t) as last, sum(ssq) as ssq
from samples_15m
group by 1, 2
with no data;

create materialized view samples_1d
with (timescaledb.continuous, timescaledb.materialized_only = false) as
select series_id,
       time_bucket(interval '1 day', t) as t,
       sum(n)::bigint as n, sum(sum) as sum, min(min) as min, max(max) as max,
       first(first, samples_1h.t) as first, last(last, samples_1h.t) as last, sum(ssq) as ssq
from samples_1h
group by 1, 2
with no data;

alter table samples set (
    timescaledb.enable_columnstore = true,
    timescaledb.segmentby = 'series_id',
    timescaledb.orderby = 't'
);
call add_columnstore_policy('samples', after => interval '7 days');
