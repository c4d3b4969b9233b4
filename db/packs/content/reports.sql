-- Reports and their schedules.

-- name: add_report^
-- No row: the schedule's report that was due then is there already.
insert into content_reports (tenant_id, name, query, result, data_version, complete_through, created_by, schedule, due_at)
values (:tenant, :name, :query, :result, :data_version, :complete_through, :created_by, :schedule, :due_at)
on conflict (tenant_id, schedule, due_at) do nothing
returning id;

-- name: count_reports$
select count(*) from content_reports where tenant_id = :tenant;

-- name: report^
select id, name, query, result, data_version, complete_through, created_by, created_at, schedule, due_at
from content_reports where tenant_id = :tenant and id = :id;

-- name: reports
-- Without their rows, below an id, newest first.
select id, name, query, data_version, complete_through, created_by, created_at, schedule, due_at
from content_reports
where tenant_id = :tenant and (:before::bigint is null or id < :before::bigint)
  and (:schedule::bigint is null or schedule = :schedule::bigint)
order by id desc limit :limit;

-- name: drop_report^
delete from content_reports where tenant_id = :tenant and id = :id returning id;

-- name: drop_old_reports!
delete from content_reports where created_at < :before;

-- name: add_schedule^
insert into content_schedules (tenant_id, name, report, period, at, weekday, monthday, timezone, channel, target, format,
                               enabled, due_at, created_by)
values (:tenant, :name, :report, :period, :at, :weekday, :monthday, :timezone, :channel, :target, :format, :enabled,
        :due_at, :created_by)
returning id;

-- name: count_schedules$
select count(*) from content_schedules where tenant_id = :tenant;

-- name: put_schedule^
update content_schedules
set name = :name, report = :report, period = :period, at = :at, weekday = :weekday, monthday = :monthday,
    timezone = :timezone, channel = :channel, target = :target, format = :format, enabled = :enabled, due_at = :due_at
where tenant_id = :tenant and id = :id
returning id;

-- name: schedule^
select * from content_schedules where tenant_id = :tenant and id = :id;

-- name: schedules
select * from content_schedules
where tenant_id = :tenant and (:after::bigint is null or id > :after::bigint)
order by id limit :limit;

-- name: drop_schedule^
delete from content_schedules where tenant_id = :tenant and id = :id returning id;

-- name: due_tenants
select distinct tenant_id from content_schedules where enabled and due_at <= :now order by 1;

-- name: due_schedule^
-- One of a tenant that is due, kept from others until commit. What was received before it was due must be in, for up to an hour.
select * from content_schedules s
where s.tenant_id = :tenant and s.enabled and s.due_at <= :now
  and (s.due_at <= :now - interval '1 hour'
       or not exists (select from journal j where j.batch is null and j.tenant_id = s.tenant_id and j.kind = 2
                                              and j.received_at <= s.due_at))
order by s.due_at limit 1
for update skip locked;

-- name: went!
update content_schedules set due_at = :next, last_due = :due where tenant_id = :tenant and id = :id;

-- name: touched
-- Days of users on which something was taken in since.
select distinct tenant_id, user_id, (t at time zone 'UTC')::date as day
from content_events
where absorbed_at >= :since and user_id is not null and t >= :oldest;

-- name: days
-- What users did on days of UTC, by kind and currency.
select d.tenant, d.person, d.day, f.kind, f.currency, count(*) as n, sum(f.revenue) as revenue
from unnest(:tenants::int[], :people::text[], :days::date[]) as d (tenant, person, day)
join content_events f on f.tenant_id = d.tenant and f.user_id = d.person
    and f.t >= d.day::timestamp at time zone 'UTC' and f.t < (d.day + 1)::timestamp at time zone 'UTC'
group by 1, 2, 3, 4, 5;

-- name: taken_back
-- Some of the days from which events were taken back; they are done with.
delete from content_recounts r
using (select tenant_id, user_id, day from content_recounts limit :limit) x
where r.tenant_id = x.tenant_id and r.user_id = x.user_id and r.day = x.day
returning r.tenant_id, r.user_id, r.day;

-- name: clock$
select clock_timestamp();
