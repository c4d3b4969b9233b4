-- New events: content that is not known gets a number, facts and sums are added to, views learn that they are engaged.

-- name: absorb_1_items!
insert into content_items (tenant_id, content_id)
select distinct e.tenant, e.content
from unnest(:tenants::int[], :contents::text[]) as e (tenant, content)
where e.content is not null
  and not exists (select from content_items i where i.tenant_id = e.tenant and i.content_id = e.content)
order by 1, 2
on conflict (tenant_id, content_id) do nothing;

-- name: absorb_2_events!
with said as materialized (
    select e.tenant, e.id, e.t, coalesce(i.id, 0) as content, e.person, e.s as session,
           (array_position('{page_view,content_view,content_optimized,conversion,engagement,click}', e.kind))::smallint
               as kind,
           case when e.kind = 'conversion' then (p ->> 'revenue')::numeric end as revenue,
           case when e.kind = 'conversion' and p ->> 'revenue' is not null then upper(coalesce(p ->> 'currency', 'XXX')) end
               as currency,
           case when e.kind = 'conversion' then p ->> 'product' end as product,
           case when e.kind = 'content_optimized' then (p ->> 'score')::numeric end as score,
           case when e.kind = 'engagement' then (p ->> 'duration')::float8 end as duration
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[], :sessions::text[],
                :contents::text[], :properties::jsonb[]) as e (tenant, id, t, kind, person, s, c, p)
    left join content_items i on i.tenant_id = e.tenant and i.content_id = e.c
), added as (
    insert into content_events (tenant_id, t, event_id, kind, content, user_id, session_id, revenue, currency, product,
                                score, duration)
    select tenant, t, id, kind, content, person, session, revenue, currency, product, score, duration from said
), spread as (
    select s.*, l.level, o.of_content, date_bin(make_interval(mins => l.level), s.t, '1970-01-01 00:00+00') as w
    from said s cross join (values (15), (60), (1440), (10080), (40320)) as l (level)
    cross join lateral (values (-1), (s.content)) as o (of_content)
    where o.of_content <> 0
), counted as (
    insert into content_rollup as r (tenant_id, level, content, t, page_views, content_views, clicks, conversions,
                                     engagements, optimizations, scored, score_sum)
    select tenant, level, of_content, w, count(*) filter (where kind = 1), count(*) filter (where kind = 2),
           count(*) filter (where kind = 6), count(*) filter (where kind = 4), count(*) filter (where kind = 5),
           count(*) filter (where kind = 3), count(score), coalesce(sum(score), 0)
    from spread
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (tenant_id, level, content, t) do update set
        page_views = r.page_views + excluded.page_views, content_views = r.content_views + excluded.content_views,
        clicks = r.clicks + excluded.clicks, conversions = r.conversions + excluded.conversions,
        engagements = r.engagements + excluded.engagements, optimizations = r.optimizations + excluded.optimizations,
        scored = r.scored + excluded.scored, score_sum = r.score_sum + excluded.score_sum
)
insert into content_money as m (tenant_id, level, content, t, currency, sales, revenue)
select tenant, level, of_content, w, currency, count(*), sum(revenue)
from spread
where revenue is not null
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
on conflict (tenant_id, level, content, t, currency) do update set
    sales = m.sales + excluded.sales, revenue = m.revenue + excluded.revenue;

-- name: absorb_3_engaged!
-- In a statement of its own: it looks at what the one before wrote. Late engagements change the past, as they should.
-- `lateral … offset 0` and row addresses: a visitor's few events are looked up by index, whatever the planner expects.
with touched as materialized (
    select distinct e.tenant, coalesce(i.id, 0) as content, coalesce('s' || e.s, 'u' || e.person) as visitor
    from unnest(:tenants::int[], :types::text[], :users::text[], :sessions::text[], :contents::text[])
        as e (tenant, kind, person, s, c)
    left join content_items i on i.tenant_id = e.tenant and i.content_id = e.c
    where e.kind in ('page_view', 'content_view', 'engagement') and coalesce(e.s, e.person) is not null
), engaging as materialized (
    select distinct w.tenant, w.visitor, w.content
    from touched w cross join lateral (
        select f.content, f.kind from content_events f where f.tenant_id = w.tenant and f.visitor = w.visitor offset 0
    ) f
    where f.content = w.content and f.kind = 5
), asleep as materialized (
    select f.row
    from engaging w cross join lateral (
        select f.ctid as row, f.content, f.kind, f.engaged from content_events f
        where f.tenant_id = w.tenant and f.visitor = w.visitor
        offset 0
    ) f
    where f.content = w.content and f.kind in (1, 2) and not f.engaged
), woken as (
    update content_events f set engaged = true
    where f.ctid = any(array(select row from asleep)) and not f.engaged
    returning f.tenant_id, f.content, f.t
)
insert into content_rollup as r (tenant_id, level, content, t, engaged_views)
select n.tenant_id, l.level, o.of_content, date_bin(make_interval(mins => l.level), n.t, '1970-01-01 00:00+00'), count(*)
from woken n cross join (values (15), (60), (1440), (10080), (40320)) as l (level)
cross join lateral (values (-1), (n.content)) as o (of_content)
where o.of_content <> 0
group by 1, 2, 3, 4
order by 1, 2, 3, 4
on conflict (tenant_id, level, content, t) do update set engaged_views = r.engaged_views + excluded.engaged_views;
