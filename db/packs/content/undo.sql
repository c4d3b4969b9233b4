-- Events are taken back: sums by subtraction, while the facts are there; then what was engaged only by what went.

-- name: forget_1_sums!
with gone as materialized (
    select * from content_events where tenant_id = :tenant and event_id = any(:ids::text[])
), spread as (
    select g.*, l.level, o.of_content, date_bin(make_interval(mins => l.level), g.t, '1970-01-01 00:00+00') as w
    from gone g cross join (values (15), (60), (1440), (10080), (40320)) as l (level)
    cross join lateral (values (-1), (g.content)) as o (of_content)
    where o.of_content <> 0
), less as (
    select tenant_id, level, of_content, w, count(*) filter (where kind = 1) as page_views,
           count(*) filter (where kind = 2) as content_views, count(*) filter (where kind = 6) as clicks,
           count(*) filter (where kind = 4) as conversions, count(*) filter (where kind = 5) as engagements,
           count(*) filter (where kind = 3) as optimizations, count(*) filter (where engaged) as engaged_views,
           count(score) as scored, coalesce(sum(score), 0) as score_sum
    from spread group by 1, 2, 3, 4
), counted as (
    update content_rollup r
    set page_views = r.page_views - l.page_views, content_views = r.content_views - l.content_views,
        clicks = r.clicks - l.clicks, conversions = r.conversions - l.conversions,
        engagements = r.engagements - l.engagements, optimizations = r.optimizations - l.optimizations,
        engaged_views = r.engaged_views - l.engaged_views, scored = r.scored - l.scored,
        score_sum = r.score_sum - l.score_sum
    from less l
    where r.tenant_id = l.tenant_id and r.level = l.level and r.content = l.of_content and r.t = l.w
)
update content_money m set sales = m.sales - l.sales, revenue = m.revenue - l.revenue
from (select tenant_id, level, of_content, w, currency, count(*) as sales, sum(revenue) as revenue
      from spread where revenue is not null group by 1, 2, 3, 4, 5) l
where m.tenant_id = l.tenant_id and m.level = l.level and m.content = l.of_content and m.t = l.w and m.currency = l.currency;

-- name: reaggregate_1_engaged!
-- Views of visitors who engaged only by what went.
with quiet as materialized (
    select distinct coalesce(i.id, 0) as content, coalesce('s' || e.s, 'u' || e.person) as visitor
    from unnest(:types::text[], :users::text[], :sessions::text[], :contents::text[]) as e (kind, person, s, c)
    left join content_items i on i.tenant_id = :tenant and i.content_id = e.c
    where e.kind = 'engagement' and coalesce(e.s, e.person) is not null
), asleep as (
    update content_events f set engaged = false
    from quiet q
    where f.tenant_id = :tenant and f.visitor = q.visitor and f.content = q.content and f.kind in (1, 2) and f.engaged
      and not exists (select from content_events x where x.tenant_id = :tenant and x.visitor = q.visitor
                      and x.content = q.content and x.kind = 5)
    returning f.content, f.t
)
update content_rollup r set engaged_views = r.engaged_views - l.n
from (select s.level, o.of_content, date_bin(make_interval(mins => s.level), a.t, '1970-01-01 00:00+00') as w, count(*) as n
      from asleep a cross join (values (15), (60), (1440), (10080), (40320)) as s (level)
      cross join lateral (values (-1), (a.content)) as o (of_content)
      where o.of_content <> 0 group by 1, 2, 3) l
where r.tenant_id = :tenant and r.level = l.level and r.content = l.of_content and r.t = l.w;

-- name: reaggregate_2_empty!
with touched as materialized (
    select distinct l.level, date_bin(make_interval(mins => l.level), w, '1970-01-01 00:00+00') as t
    from unnest(:windows::timestamptz[]) as w cross join (values (15), (60), (1440), (10080), (40320)) as l (level)
), money as (
    delete from content_money m using touched d
    where m.tenant_id = :tenant and m.level = d.level and m.t = d.t and m.sales = 0
)
delete from content_rollup r using touched d
where r.tenant_id = :tenant and r.level = d.level and r.t = d.t
  and r.page_views + r.content_views + r.clicks + r.conversions + r.engagements + r.optimizations = 0;

-- name: reaggregate_3_items!
-- Content that nobody described and that no event names any more.
delete from content_items i
where i.tenant_id = :tenant and i.described_at is null and i.content_id = any(:contents::text[])
  and not exists (select from content_events f where f.tenant_id = :tenant and f.content = i.id)
  and not exists (select from content_rollup r where r.tenant_id = :tenant and r.content = i.id);

-- name: alone!
-- While days of users are counted into Redis no event of theirs goes: else a count could be written after its events.
select pg_advisory_xact_lock(7261112);

-- name: reaggregate_4_recounts!
-- Days that are over for longer have no counters.
with old as (delete from content_recounts where tenant_id = :tenant and day < (now() at time zone 'UTC')::date - 7)
insert into content_recounts (tenant_id, user_id, day)
select distinct :tenant::int, e.person, (e.t at time zone 'UTC')::date
from unnest(:users::text[], :times::timestamptz[]) as e (person, t)
where e.person is not null and e.t >= now() - interval '4 days'
on conflict do nothing;
