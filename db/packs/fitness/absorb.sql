-- Activities come in once, and are added to the sums. Where they are deleted, the sums follow (schema.2.sql).

-- name: absorb_activities!
with said as (
    select u.tenant, u.id, u.person, u.t, u.p
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :users::text[], :properties::jsonb[])
         as u (tenant, id, t, person, p)
), fresh as (
    insert into fitness_activities (tenant_id, event_id, user_id, t, sport_type, timezone, duration_s, distance_m,
                                    elevation_m, calories, avg_hr, max_hr, name, source, external_id)
    select tenant, id, person, t, p ->> 'sport_type', p ->> 'timezone', (p ->> 'duration_s')::numeric,
           (p ->> 'distance_m')::numeric, (p ->> 'elevation_m')::numeric, (p ->> 'calories')::numeric,
           (p ->> 'avg_hr')::numeric, (p ->> 'max_hr')::numeric, p ->> 'name', p ->> 'source', p ->> 'external_id'
    from said
    on conflict do nothing
    returning *
)
insert into fitness_sums as s (tenant_id, level, t, sport_type, activities, duration_s, distance_m, elevation_m, calories,
                               paced_s, paced_m, heart_s, heart_beats)
select f.tenant_id, l.level, date_bin(l.level * interval '1 minute', f.t, 'epoch'), f.sport_type, count(*),
       sum(f.duration_s), coalesce(sum(f.distance_m), 0), coalesce(sum(f.elevation_m), 0), coalesce(sum(f.calories), 0),
       coalesce(sum(f.duration_s) filter (where f.distance_m > 0), 0),
       coalesce(sum(f.distance_m) filter (where f.distance_m > 0), 0),
       coalesce(sum(f.duration_s) filter (where f.avg_hr is not null), 0), coalesce(sum(f.avg_hr * f.duration_s), 0)
from fresh f cross join (values (15), (60), (1440)) as l (level)
group by 1, 2, 3, 4
order by 1, 2, 3, 4
on conflict (tenant_id, level, t, sport_type) do update set
    activities = s.activities + excluded.activities, duration_s = s.duration_s + excluded.duration_s,
    distance_m = s.distance_m + excluded.distance_m, elevation_m = s.elevation_m + excluded.elevation_m,
    calories = s.calories + excluded.calories, paced_s = s.paced_s + excluded.paced_s,
    paced_m = s.paced_m + excluded.paced_m, heart_s = s.heart_s + excluded.heart_s,
    heart_beats = s.heart_beats + excluded.heart_beats;
