-- The price book, and what changes when messages are priced anew.

-- name: list_prices
-- One page, the tenant's own first. `model`: only those that match it.
select b.id, b.own, b.pattern, b.since, b.over, b.input, b.output, b.cache_read, b.cache_write_5m, b.cache_write_1h,
       b.batch_discount, p.note, p.changed_by, p.changed_at, l.read_on
from llm_price_book b
left join llm_prices p on b.own and p.tenant_id = b.tenant_id and p.id = b.id
left join llm_list_prices l on not b.own and l.id = b.id
where b.tenant_id = :tenant and (:own::boolean is null or b.own = :own::boolean)
  and (:model::text is null or :model::text like b.liked)
order by b.own desc, b.pattern, b.over, b.since, b.id
limit :limit offset :offset;

-- name: prices_there$
select count(*) from llm_prices where tenant_id = :tenant;

-- name: add_price^
insert into llm_prices (tenant_id, pattern, since, over, input, output, cache_read, cache_write_5m, cache_write_1h,
                        batch_discount, note, changed_by)
values (:tenant, :pattern, :since, :over, :input, :output, :cache_read, :cache_write_5m, :cache_write_1h,
        :batch_discount, :note, :who)
on conflict (tenant_id, pattern, since, over) do nothing
returning *;

-- name: put_price^
update llm_prices p
set pattern = :pattern, since = :since, over = :over, input = :input, output = :output, cache_read = :cache_read,
    cache_write_5m = :cache_write_5m, cache_write_1h = :cache_write_1h, batch_discount = :batch_discount, note = :note,
    changed_by = :who, changed_at = clock_timestamp()
where p.tenant_id = :tenant and p.id = :id
returning *;

-- name: drop_price$
delete from llm_prices where tenant_id = :tenant and id = :id returning id;

-- name: unpriced
-- Models whose messages have no cost, the most frequent first.
select coalesce(m.model, 'unknown') as model, sum(u.messages - u.priced)::bigint as messages,
       sum(u.input)::bigint as input_tokens, sum(u.output)::bigint as output_tokens
from llm_rollup u left join llm_models m on m.tenant_id = u.tenant_id and m.id = u.model
where u.tenant_id = :tenant and u.level = 1440 and u.project = -1 and u.messages > u.priced
group by 1 order by 2 desc, 1 limit :limit;

-- name: reprice_lock!
select pg_advisory_xact_lock(7261111, :tenant);

-- name: reprice_table!
create temporary table llm_repriced (
    tenant_id int, t timestamptz, event_id text, session int, project int, model int, failed boolean, attempt int,
    old_cost numeric, old_source smallint, price_id bigint, new_cost numeric
) on commit drop;

-- name: reprice_find!
-- Messages of [start, stop) whose cost by the book as it is now is another one. `stated`: those with a stated cost too.
insert into llm_repriced
with mine as (
    select f.*, m.model as named
    from llm_messages f join llm_models m on m.tenant_id = f.tenant_id and m.id = f.model
    where f.tenant_id = :tenant and f.t >= :start::timestamptz and f.t < :stop::timestamptz
      and (:stated::boolean or f.source <> 1) and coalesce(f.input, f.output) is not null
      and (:project::int is null or f.project = :project::int) and (:model::text is null or m.model = :model::text)
), books as materialized (
    select b.*, k.named
    from (select distinct named from mine) k
    join llm_price_book b on b.tenant_id = :tenant and k.named like b.liked
), anew as (
    select f.tenant_id, f.t, f.event_id, f.session, f.project, f.model, f.failed, f.attempt, f.cost as old_cost,
           f.source as old_source, b.id as price_id,
           trim_scale(0.000001 * (case when f.batch then 1 - b.batch_discount else 1 end)
               * (coalesce(f.input, 0) * b.input + coalesce(f.output, 0) * b.output
                  + coalesce(f.cache_read, 0) * b.cache_read + coalesce(f.cache_5m, 0) * b.cache_write_5m
                  + coalesce(f.cache_1h, 0) * b.cache_write_1h)) as new_cost
    from mine f left join lateral (
        select b.* from books b
        where b.named = f.named and b.since <= f.t
          and (b.over = 0 or coalesce(f.input, 0) + coalesce(f.cache_read, 0) + coalesce(f.cache_5m, 0)
                             + coalesce(f.cache_1h, 0) > b.over)
        order by b.rank desc, b.over desc, b.since desc
        limit 1
    ) b on true
)
select * from anew
where new_cost is distinct from old_cost and (new_cost is not null or old_source = 2)
   or (old_source = 1 and new_cost is not null);

-- name: reprice_told
-- The difference, by model, project and day of UTC.
select coalesce(m.model, 'unknown') as model, coalesce(j.project_id, 'unknown') as project_id,
       date_trunc('day', r.t) as day, count(*) as messages, coalesce(sum(r.old_cost), 0) as old_cost,
       coalesce(sum(r.new_cost), 0) as new_cost
from llm_repriced r
left join llm_models m on m.tenant_id = r.tenant_id and m.id = r.model
left join llm_projects j on j.tenant_id = r.tenant_id and j.id = r.project
group by 1, 2, 3 order by 3, 1, 2;

-- name: reprice_facts!
update llm_messages f
set cost = r.new_cost, source = case when r.new_cost is null then 0 else 2 end, price_id = r.price_id
from llm_repriced r
where f.tenant_id = r.tenant_id and f.t = r.t and f.event_id = r.event_id;

-- name: reprice_rollup!
with changes as (
    select r.tenant_id, l.level, s.project, date_bin(make_interval(mins => l.level), r.t, '2000-01-01 00:00+00') as t,
           r.model, sum((r.new_cost is not null)::int - (r.old_cost is not null)::int) as priced,
           sum((r.new_cost is not null)::int - (r.old_source = 2)::int) as computed,
           sum(coalesce(r.new_cost, 0) - coalesce(r.old_cost, 0)) as cost,
           sum(coalesce(r.new_cost, 0)::float8 ^ 2 - coalesce(r.old_cost, 0)::float8 ^ 2) as cost_squares,
           coalesce(sum(coalesce(r.new_cost, 0) - coalesce(r.old_cost, 0)) filter (where r.failed), 0) as failed_cost,
           coalesce(sum(coalesce(r.new_cost, 0) - coalesce(r.old_cost, 0)) filter (where r.attempt > 1), 0)
               as retried_cost
    from llm_repriced r cross join (values (15), (60), (1440)) as l (level)
    cross join lateral (values (-1), (r.project)) as s (project)
    group by 1, 2, 3, 4, 5
)
update llm_rollup u
set priced = u.priced + c.priced, computed = u.computed + c.computed, cost = u.cost + c.cost,
    cost_squares = greatest(0, u.cost_squares + c.cost_squares), failed_cost = u.failed_cost + c.failed_cost,
    retried_cost = u.retried_cost + c.retried_cost
from changes c
where u.tenant_id = c.tenant_id and u.level = c.level and u.project = c.project and u.t = c.t and u.model = c.model;

-- name: reprice_sessions!
update llm_sessions x
set priced = x.priced + c.priced, cost = x.cost + c.cost
from (select session, sum((new_cost is not null)::int - (old_cost is not null)::int) as priced,
             sum(coalesce(new_cost, 0) - coalesce(old_cost, 0)) as cost
      from llm_repriced where session is not null group by 1) c
where x.tenant_id = :tenant and x.id = c.session;

-- name: reprice_note^
insert into llm_repricings (tenant_id, who, asked, messages, old_cost, new_cost, differences)
values (:tenant, :who, :asked::jsonb, :messages, :old_cost, :new_cost, :differences::jsonb)
returning id, at;

-- name: list_repricings
select id, at, who, asked, messages, old_cost, new_cost, differences from llm_repricings
where tenant_id = :tenant and (:before::bigint is null or id < :before::bigint)
order by id desc limit :limit;
