-- Sums are those of the activities that are there, whoever deletes one, and why.

create function fitness_take_out() returns trigger language plpgsql as $$
begin
    update fitness_sums s set
        activities = s.activities - x.activities, duration_s = s.duration_s - x.duration_s,
        distance_m = s.distance_m - x.distance_m, elevation_m = s.elevation_m - x.elevation_m,
        calories = s.calories - x.calories, paced_s = s.paced_s - x.paced_s, paced_m = s.paced_m - x.paced_m,
        heart_s = s.heart_s - x.heart_s, heart_beats = s.heart_beats - x.heart_beats
    from (
        select f.tenant_id, l.level, date_bin(l.level * interval '1 minute', f.t, 'epoch') as t, f.sport_type,
               count(*) as activities, sum(f.duration_s) as duration_s, coalesce(sum(f.distance_m), 0) as distance_m,
               coalesce(sum(f.elevation_m), 0) as elevation_m, coalesce(sum(f.calories), 0) as calories,
               coalesce(sum(f.duration_s) filter (where f.distance_m > 0), 0) as paced_s,
               coalesce(sum(f.distance_m) filter (where f.distance_m > 0), 0) as paced_m,
               coalesce(sum(f.duration_s) filter (where f.avg_hr is not null), 0) as heart_s,
               coalesce(sum(f.avg_hr * f.duration_s), 0) as heart_beats
        from gone f cross join (values (15), (60), (1440)) as l (level)
        group by 1, 2, 3, 4
    ) x
    where s.tenant_id = x.tenant_id and s.level = x.level and s.t = x.t and s.sport_type = x.sport_type;
    delete from fitness_sums s
    using (select distinct tenant_id, t from gone) g, (values (15), (60), (1440)) as l (level)
    where s.tenant_id = g.tenant_id and s.level = l.level
      and s.t = date_bin(l.level * interval '1 minute', g.t, 'epoch') and s.activities = 0;
    return null;
end
$$;

create trigger fitness_activities_gone after delete on fitness_activities
    referencing old table as gone for each statement execute function fitness_take_out();
