-- Sums over pieces of time (db/packs/window.py), by bucket. :contents: numbers of items, or {-1} for all events.
-- `lateral … offset 0`: each piece is looked up in the index, whatever the planner thinks of their number.

-- name: fold
-- Of all events, or of one item: rows come in order of time, to sort them costs little; to hash thousands of buckets,
-- each with sums without bounds, a lot.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.page_views, u.content_views, u.engaged_views,
           u.clicks, u.conversions, u.engagements, u.optimizations, u.scored, u.score_sum
    from p cross join lateral (
        select * from content_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.content = any(:contents::int[])
          and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, (f.kind = 1)::int, (f.kind = 2)::int, f.engaged::int,
           (f.kind = 6)::int, (f.kind = 4)::int, (f.kind = 5)::int, (f.kind = 3)::int, (f.score is not null)::int,
           coalesce(f.score, 0)
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :contents::int[] = '{-1}' or f.content = any(:contents::int[])
)
select bucket, sum(page_views)::bigint as page_views, sum(content_views)::bigint as content_views,
       sum(engaged_views)::bigint as engaged_views, sum(clicks)::bigint as clicks,
       sum(conversions)::bigint as conversions, sum(engagements)::bigint as engagements,
       sum(optimizations)::bigint as optimizations, sum(scored)::bigint as scored, sum(score_sum) as score_sum
from (select * from found order by bucket offset 0) x group by 1 order by 1;

-- name: fold_many
-- The same of several items, whose rows come one item after the other: they are not sorted.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.page_views, u.content_views, u.engaged_views,
           u.clicks, u.conversions, u.engagements, u.optimizations, u.scored, u.score_sum
    from p cross join lateral (
        select * from content_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.content = any(:contents::int[])
          and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, (f.kind = 1)::int, (f.kind = 2)::int, f.engaged::int,
           (f.kind = 6)::int, (f.kind = 4)::int, (f.kind = 5)::int, (f.kind = 3)::int, (f.score is not null)::int,
           coalesce(f.score, 0)
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :contents::int[] = '{-1}' or f.content = any(:contents::int[])
)
select bucket, sum(page_views)::bigint as page_views, sum(content_views)::bigint as content_views,
       sum(engaged_views)::bigint as engaged_views, sum(clicks)::bigint as clicks,
       sum(conversions)::bigint as conversions, sum(engagements)::bigint as engagements,
       sum(optimizations)::bigint as optimizations, sum(scored)::bigint as scored, sum(score_sum) as score_sum
from found group by 1 order by 1;

-- name: fold_money
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.currency, u.sales, u.revenue
    from p cross join lateral (
        select * from content_money u
        where u.tenant_id = :tenant and u.level = p.level and u.content = any(:contents::int[])
          and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, f.currency, 1, f.revenue
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where f.revenue is not null and (:contents::int[] = '{-1}' or f.content = any(:contents::int[]))
)
select bucket, currency, sum(sales)::bigint as sales, sum(revenue) as revenue
from (select * from found order by bucket, currency offset 0) x group by 1, 2 order by 1, 2;

-- name: fold_items
-- By item, the whole range at once; :contents null: all items.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.content, u.page_views, u.content_views, u.engaged_views, u.clicks, u.conversions, u.engagements,
           u.optimizations, u.scored, u.score_sum
    from p cross join lateral (
        select * from content_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    where u.content > 0 and (:contents::int[] is null or u.content = any(:contents::int[]))
    union all
    select f.content, (f.kind = 1)::int, (f.kind = 2)::int, f.engaged::int, (f.kind = 6)::int, (f.kind = 4)::int,
           (f.kind = 5)::int, (f.kind = 3)::int, (f.score is not null)::int, coalesce(f.score, 0)
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where f.content > 0 and (:contents::int[] is null or f.content = any(:contents::int[]))
)
select s.*, i.content_id, i.title
from (
    select content, sum(page_views)::bigint as page_views, sum(content_views)::bigint as content_views,
           sum(engaged_views)::bigint as engaged_views, sum(clicks)::bigint as clicks,
           sum(conversions)::bigint as conversions, sum(engagements)::bigint as engagements,
           sum(optimizations)::bigint as optimizations, sum(scored)::bigint as scored, sum(score_sum) as score_sum
    from found group by 1
) s
join content_items i on i.tenant_id = :tenant and i.id = s.content;

-- name: fold_items_money
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.content, u.currency, u.sales, u.revenue
    from p cross join lateral (
        select * from content_money u
        where u.tenant_id = :tenant and u.level = p.level and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    where u.content > 0 and (:contents::int[] is null or u.content = any(:contents::int[]))
    union all
    select f.content, f.currency, 1, f.revenue
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where f.content > 0 and f.revenue is not null and (:contents::int[] is null or f.content = any(:contents::int[]))
)
select content, currency, sum(sales)::bigint as sales, sum(revenue) as revenue from found group by 1, 2;

-- name: fold_picked_money
-- The same of a few items, each looked up.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.content, u.currency, u.sales, u.revenue
    from p cross join unnest(:contents::int[]) as c (content) cross join lateral (
        select * from content_money u
        where u.tenant_id = :tenant and u.level = p.level and u.content = c.content and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select f.content, f.currency, 1, f.revenue
    from p cross join lateral (
        select * from content_events f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where f.revenue is not null and f.content = any(:contents::int[])
)
select content, currency, sum(sales)::bigint as sales, sum(revenue) as revenue from found group by 1, 2;

-- name: oldest$
-- The day of the first event.
select min(t) from content_rollup where tenant_id = :tenant and level = 1440 and content = -1;

-- name: numbers
-- Items by their ids.
select id, content_id, title from content_items where tenant_id = :tenant and content_id = any(:content_ids::text[]);

-- name: funnel^
-- Visitors that viewed the item in [lo, hi); of them, those who also engaged with it, clicked, converted in that time.
select count(*) as visitors, count(*) filter (where engaged) as engaged, count(*) filter (where clicked) as clicked,
       count(*) filter (where converted) as converted
from (
    select bool_or(kind in (1, 2)) as viewed, bool_or(kind = 5) as engaged, bool_or(kind = 6) as clicked,
           bool_or(kind = 4) as converted
    from content_events
    where tenant_id = :tenant and content = :content and t >= :lo::timestamptz and t < :hi::timestamptz
      and visitor is not null
    group by visitor
) them
where viewed;

-- name: today
-- What one user did in [lo, hi): counts by kind, and revenue by currency.
select kind, currency, count(*) as n, sum(revenue) as revenue
from content_events
where tenant_id = :tenant and user_id = :person and t >= :lo::timestamptz and t < :hi::timestamptz
group by 1, 2;
