-- Goals and their progress. `now_seen` is what a goal's progress depends on: the version of the pack that makes its metric,
-- or how many points its series have and how new they are. Its metric may hold `*` for anything, as for readers of series;
-- chr(37) is the percent sign, which drivers want written in different ways.

-- name: add_goal^
insert into goals (tenant_id, owner, title, metric, labels, pack, agg, target, unit, direction, recurs, days, timezone,
                   week_start, starts_at, ends_at, created_by)
values (:tenant, :owner, :title, :metric, :labels, :pack, :agg, :target, :unit, :direction, :recurs, :days, :timezone,
        :week_start, :starts_at, :ends_at, :created_by)
returning id;

-- name: change_goal^
-- What its progress is computed from is no longer known. No row: it was changed since it was `seen`, or is gone.
update goals
set owner = :owner, title = :title, metric = :metric, labels = :labels, pack = :pack, agg = :agg, target = :target,
    unit = :unit, direction = :direction, recurs = :recurs, days = :days, timezone = :timezone, week_start = :week_start,
    starts_at = :starts_at, ends_at = :ends_at, changed_at = clock_timestamp(), seen = null, progress = '{}',
    status = 'active', computed_at = null
where tenant_id = :tenant and id = :id and changed_at = :seen
returning id;

-- name: drop_goal^
delete from goals where tenant_id = :tenant and id = :id returning id;

-- name: count_goals^
-- Of the tenant, and of an owner among them.
select count(*) as n, count(*) filter (where owner = :owner::text) as own from goals where tenant_id = :tenant;

-- name: close_insights!
-- What was said of a goal that is gone.
update insights set closed_at = clock_timestamp(), revised_at = clock_timestamp()
where tenant_id = :tenant and job = 'goals' and item = :item and closed_at is null;

-- name: goals
-- A tenant's goals after an id, by id.
select g.*, coalesce(g.seen <> n.now_seen or g.holds_until <= clock_timestamp(), true) as stale
from goals g cross join lateral (
    select case when g.pack is not null
           then coalesce((select c.version from pack_changes c where c.tenant_id = g.tenant_id and c.pack = g.pack), 0)::text
           else (select count(*) || ':' || coalesce(sum(st.points), 0) || ':' || coalesce(extract(epoch from max(st.newest)), 0)
                 from (select s.id from series s
                       where position('*' in g.metric) = 0
                         and s.tenant_id = g.tenant_id and s.metric = g.metric and s.labels @> g.labels
                       union all
                       select s.id from series s
                       where position('*' in g.metric) > 0 and s.tenant_id = g.tenant_id and s.labels @> g.labels
                         and s.metric like replace(replace(replace(replace(
                             g.metric, '\', '\\'), '_', '\_'), chr(37), '\' || chr(37)), '*', chr(37))) s
                 left join series_state st on st.series_id = s.id) end as now_seen
) n
where g.tenant_id = :tenant and g.id > :after
  and (:id::bigint is null or g.id = :id::bigint)
  and (:owner::text is null or g.owner = :owner::text)
  and (:metric::text is null or g.metric = :metric::text)
  and (:pattern::text is null or g.metric like :pattern::text)
  and (:status::text is null or g.status = :status::text)
  and (:recurs::text is null or g.recurs = :recurs::text)
  and g.labels @> :labels::jsonb
  and (:stop::timestamptz is null or coalesce((g.progress ->> 'period_start')::timestamptz < :stop::timestamptz, true))
  and (:start::timestamptz is null or coalesce((g.progress ->> 'period_end')::timestamptz > :start::timestamptz, true))
order by g.id
limit :limit;

-- name: due
-- Goals of all tenants whose progress is stale, or older than `before`, the oldest first, and what it depends on now.
select g.*, n.now_seen
from goals g cross join lateral (
    select case when g.pack is not null
           then coalesce((select c.version from pack_changes c where c.tenant_id = g.tenant_id and c.pack = g.pack), 0)::text
           else (select count(*) || ':' || coalesce(sum(st.points), 0) || ':' || coalesce(extract(epoch from max(st.newest)), 0)
                 from (select s.id from series s
                       where position('*' in g.metric) = 0
                         and s.tenant_id = g.tenant_id and s.metric = g.metric and s.labels @> g.labels
                       union all
                       select s.id from series s
                       where position('*' in g.metric) > 0 and s.tenant_id = g.tenant_id and s.labels @> g.labels
                         and s.metric like replace(replace(replace(replace(
                             g.metric, '\', '\\'), '_', '\_'), chr(37), '\' || chr(37)), '*', chr(37))) s
                 left join series_state st on st.series_id = s.id) end as now_seen
) n
where g.seen is null or g.seen <> n.now_seen or g.computed_at < :before or g.holds_until <= :now
order by g.computed_at nulls first, g.tenant_id, g.id
limit :limit;

-- name: save_progress!
-- Unless the goal was changed meanwhile.
update goals set progress = :progress, status = :status, seen = :seen, holds_until = :holds_until, computed_at = :now
where tenant_id = :tenant and id = :id and changed_at = :changed_at;
