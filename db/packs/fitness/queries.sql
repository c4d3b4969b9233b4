-- Activities over time. Buckets count from 0 between :edges; :athlete null: all; :sports null: all kinds.

-- name: oldest$
select min(t) from fitness_activities where tenant_id = :tenant;

-- name: oldest_of$
select min(t) from fitness_activities where tenant_id = :tenant and (:athlete::text is null or user_id = :athlete::text);

-- name: folded_of
-- One athlete's sums by bucket and kind of sport.
select width_bucket(f.t, :edges::timestamptz[]) - 1 as bucket, f.sport_type, count(*) as activities,
       sum(f.duration_s) as duration_s, coalesce(sum(f.distance_m), 0) as distance_m,
       coalesce(sum(f.elevation_m), 0) as elevation_m, coalesce(sum(f.calories), 0) as calories,
       coalesce(sum(f.duration_s) filter (where f.distance_m > 0), 0) as paced_s,
       coalesce(sum(f.distance_m) filter (where f.distance_m > 0), 0) as paced_m,
       coalesce(sum(f.duration_s) filter (where f.avg_hr is not null), 0) as heart_s,
       coalesce(sum(f.avg_hr * f.duration_s), 0) as heart_beats
from fitness_activities f
where f.tenant_id = :tenant and f.user_id = :athlete and f.t >= :start and f.t < :stop
  and (:sports::text[] is null or f.sport_type = any(:sports::text[]))
group by 1, 2
order by 1, 2;

-- name: folded_all
-- The same of all athletes, from the sums where they fit, and their ragged ends from the activities (db/packs/window.py).
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), parts as (
    select u.t, u.sport_type, u.activities, u.duration_s, u.distance_m, u.elevation_m, u.calories, u.paced_s, u.paced_m,
           u.heart_s, u.heart_beats
    from p cross join lateral (
        select * from fitness_sums u
        where u.tenant_id = :tenant and u.level = p.level and u.t >= p.lo and u.t < p.hi
          and (:sports::text[] is null or u.sport_type = any(:sports::text[]))
        offset 0
    ) u
    union all
    select f.t, f.sport_type, 1, f.duration_s, coalesce(f.distance_m, 0), coalesce(f.elevation_m, 0),
           coalesce(f.calories, 0), case when f.distance_m > 0 then f.duration_s else 0 end, coalesce(f.distance_m, 0),
           case when f.avg_hr is not null then f.duration_s else 0 end, coalesce(f.avg_hr * f.duration_s, 0)
    from p cross join lateral (
        select * from fitness_activities f
        where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
          and (:sports::text[] is null or f.sport_type = any(:sports::text[]))
        offset 0
    ) f
)
select width_bucket(greatest(t, (:edges::timestamptz[])[1]), :edges::timestamptz[]) - 1 as bucket, sport_type,
       sum(activities)::bigint as activities, sum(duration_s) as duration_s, sum(distance_m) as distance_m,
       sum(elevation_m) as elevation_m, sum(calories) as calories, sum(paced_s) as paced_s, sum(paced_m) as paced_m,
       sum(heart_s) as heart_s, sum(heart_beats) as heart_beats
from parts
where activities > 0
group by 1, 2
order by 1, 2;

-- name: athletes$
-- How many athletes had an activity.
select count(distinct user_id) from fitness_activities
where tenant_id = :tenant and t >= :start and t < :stop
  and (:sports::text[] is null or sport_type = any(:sports::text[]));

-- name: moments_of
-- When and where an athlete was active, in order.
select t, timezone from fitness_activities
where tenant_id = :tenant and user_id = :athlete and (:sports::text[] is null or sport_type = any(:sports::text[]))
order by t;

-- name: days_of
-- How long an athlete was active, by local day of the asked zone.
select width_bucket(t, :edges::timestamptz[]) - 1 as bucket, sum(duration_s) as duration_s
from fitness_activities
where tenant_id = :tenant and user_id = :athlete and t >= :start and t < :stop
group by 1;

-- name: records_of
-- The best activity of an athlete by kind of sport, in each of some ways; of equals the first.
with mine as (
    select * from fitness_activities
    where tenant_id = :tenant and user_id = :athlete and (:sports::text[] is null or sport_type = any(:sports::text[]))
), ranked as (
    select m.*, k.record, k.value,
           row_number() over (partition by m.sport_type, k.record order by k.value * k.sign desc, m.t, m.event_id) as place
    from mine m cross join lateral (values
        ('longest_distance', m.distance_m, 1), ('longest_duration', m.duration_s, 1), ('most_elevation', m.elevation_m, 1),
        ('fastest_pace', case when m.distance_m >= 1000 then m.duration_s * 1000 / m.distance_m end, -1)
    ) as k (record, value, sign)
    where k.value > 0
)
select sport_type, record, value, event_id, t, timezone, name from ranked where place = 1 order by sport_type, record;

-- name: activities
-- Activities before (t, event_id), newest first.
select event_id, user_id, t, sport_type, timezone, duration_s, distance_m, elevation_m, calories, avg_hr, max_hr, name,
       source, external_id
from fitness_activities
where tenant_id = :tenant and (:athlete::text is null or user_id = :athlete::text)
  and (:sports::text[] is null or sport_type = any(:sports::text[]))
  and t >= :start and t < :stop
  and (:before::timestamptz is null or (t, event_id) < (:before::timestamptz, :before_id::text))
order by t desc, event_id desc
limit :limit;

-- name: activity^
select event_id, user_id, t, sport_type, timezone, duration_s, distance_m, elevation_m, calories, avg_hr, max_hr, name,
       source, external_id
from fitness_activities
where tenant_id = :tenant and event_id = :event_id;

-- name: answer_sports
select width_bucket(t, :edges::timestamptz[]) - 1 as bucket, sport_type, count(*) as activities,
       count(distinct user_id) as athletes, coalesce(sum(distance_m), 0) as distance_m, sum(duration_s) as duration_s
from fitness_activities
where tenant_id = :tenant and t >= :start and t < :stop
group by 1, 2
order by 1, 2;

-- name: newest_zone$
select timezone from fitness_activities
where tenant_id = :tenant and user_id = :athlete and timezone is not null
order by t desc
limit 1;
