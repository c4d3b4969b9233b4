-- Scheduled models: which items a job has, whose turn it is, and how far its runs are. An item is a series (its id) or a
-- metric (its name). A run is that of a job's window on one shard; who holds its lease works on it.

-- name: plan_series!
-- Series that are alive and have enough points are items of a job; the others are not, or no longer.
with alive as (
    select s.tenant_id, s.id::text as item
    from series s join series_state st on st.series_id = s.id
    where s.shard = :shard and st.points >= :least and st.newest >= :since
), gone as (
    delete from model_items i
    where i.job = :job and i.shard = :shard
      and not exists (select from alive a where a.tenant_id = i.tenant_id and a.item = i.item)
)
insert into model_items (job, tenant_id, item, shard)
select :job, tenant_id, item, :shard from alive
on conflict do nothing;

-- name: plan_metrics!
-- The same for metrics that have at least `members` such series. A metric's shard is drawn from its name.
with alive as (
    select s.tenant_id, s.metric as item
    from series s join series_state st on st.series_id = s.id
    where st.points >= :least and st.newest >= :since
      and mod(abs(hashtext(s.metric)::bigint), (select count(*) from shards)) = :shard
    group by s.tenant_id, s.metric
    having count(*) >= :members
), gone as (
    delete from model_items i
    where i.job = :job and i.shard = :shard
      and not exists (select from alive a where a.tenant_id = i.tenant_id and a.item = i.item)
)
insert into model_items (job, tenant_id, item, shard)
select :job, tenant_id, item, :shard from alive
on conflict do nothing;

-- name: plan_groups!
-- The same for groups of series that may move together: all of a tenant where they are few (`most`), else those that share
-- the value of one label: of the label whose groups of fitting size hold the most series.
with alive as (
    select s.id, s.tenant_id, s.labels
    from series s join series_state st on st.series_id = s.id
    where st.points >= :least and st.newest >= :since
), tenants_of as (
    select tenant_id, count(*) as n from alive group by tenant_id
), fitting as (
    select a.tenant_id, l.key, l.value, count(*) as n
    from alive a join tenants_of t using (tenant_id), jsonb_each_text(a.labels) as l
    where t.n > :most
    group by a.tenant_id, l.key, l.value
    having count(*) between 2 and :most
), best as (
    select distinct on (tenant_id) tenant_id, key
    from fitting group by tenant_id, key order by tenant_id, sum(n) desc, key
), grouped as (
    select tenant_id, '' as item from tenants_of where n between 2 and :most
    union all
    select tenant_id, key || '=' || value from fitting join best using (tenant_id, key)
), mine as (
    select tenant_id, item from grouped
    where mod(abs(hashtext(tenant_id || item)::bigint), (select count(*) from shards)) = :shard
), gone as (
    delete from model_items i
    where i.job = :job and i.shard = :shard
      and not exists (select from mine m where m.tenant_id = i.tenant_id and m.item = i.item)
)
insert into model_items (job, tenant_id, item, shard)
select :job, tenant_id, item, :shard from mine
on conflict do nothing;

-- name: claim^
-- Take the run of a window: started_at comes back when it is ours, nothing when another works on it, or it is finished.
-- An older window that was not finished ends here: what it left is least recently tried, so it comes first.
insert into model_runs as r (job, shard, window_start, every, owner, leased_until)
values (:job, :shard, :window, :every, :owner, clock_timestamp() + :lease)
on conflict (job, shard) do update set
    window_start = excluded.window_start, every = excluded.every,
    owner = excluded.owner, leased_until = excluded.leased_until,
    started_at = case when r.window_start < excluded.window_start then clock_timestamp() else r.started_at end,
    finished_at = null,
    total = case when r.window_start < excluded.window_start then null else r.total end,
    busy_seconds = case when r.window_start < excluded.window_start then 0 else r.busy_seconds end,
    done = case when r.window_start < excluded.window_start then 0 else r.done end,
    unchanged = case when r.window_start < excluded.window_start then 0 else r.unchanged end,
    failed = case when r.window_start < excluded.window_start then 0 else r.failed end,
    found = case when r.window_start < excluded.window_start then 0 else r.found end
where (r.leased_until is null or r.leased_until < clock_timestamp())
  and (r.window_start < excluded.window_start
       or (r.window_start = excluded.window_start and r.finished_at is null))
returning started_at, total;

-- name: new_owner$
select nextval('model_owners');

-- name: count_items!
update model_runs set total = (select count(*) from model_items i where i.job = :job and i.shard = :shard)
where job = :job and shard = :shard and owner = :owner;

-- name: take
-- The items whose turn it is, marked as tried. One that was tried in this run and never came back is tried again after
-- ten minutes: whatever it did to its worker, the others went first.
with mine as (
    select job, tenant_id, item from model_items
    where job = :job and shard = :shard and (done_at is null or done_at < :started)
      and (tried_at is null or tried_at < :started or tried_at < clock_timestamp() - interval '10 minutes')
    order by tried_at nulls first, tenant_id, item
    limit :limit
)
update model_items i set tried_at = clock_timestamp()
from mine m where i.job = m.job and i.tenant_id = m.tenant_id and i.item = m.item
returning i.tenant_id, i.item, i.due, i.error;

-- name: items_done!
-- What became of items. No error is null.
update model_items i
set done_at = clock_timestamp(), due = coalesce(d.due, i.due), error = d.error
from unnest(:tenants::int[], :items::text[], :dues::timestamptz[], :errors::text[]) as d (tenant_id, item, due, error)
where i.job = :job and i.tenant_id = d.tenant_id and i.item = d.item;

-- name: progress!
-- Note what was done, and hold the run for longer. No row: another has it.
update model_runs
set done = done + :done, unchanged = unchanged + :unchanged, failed = failed + :failed, found = found + :found,
    busy_seconds = busy_seconds + :seconds, leased_until = clock_timestamp() + :lease
where job = :job and shard = :shard and owner = :owner;

-- name: release!
update model_runs set leased_until = null where job = :job and shard = :shard and owner = :owner;

-- name: finish!
update model_runs
set finished_at = clock_timestamp(), leased_until = null, last_finished_at = clock_timestamp(),
    last_seconds = extract(epoch from clock_timestamp() - started_at)
where job = :job and shard = :shard and owner = :owner;

-- name: left$
-- Items that wait in the run that began at `started`.
select count(*) from model_items
where job = :job and shard = :shard and (done_at is null or done_at < :started)
  and (tried_at is null or tried_at < :started or tried_at < clock_timestamp() - interval '10 minutes');

-- name: subjects
-- What is to be known of a tenant's live series, by id: of these, of a metric, or of those with these labels.
select s.id, s.tenant_id, s.metric, s.labels, s.unit, s.kind, st.newest, st.step_us
from series s join series_state st on st.series_id = s.id
where s.tenant_id = :tenant and st.points >= :least and st.newest >= :since
  and (:ids::int[] is null or s.id = any(:ids::int[]))
  and (:metric::text is null or s.metric = :metric::text)
  and s.labels @> :labels::jsonb
order by s.id
limit :limit;

-- name: rollup_values$
-- Rollup rows of a level in [lo, hi) as one number each: the mean, or the sum. For series without dirty windows there.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(case when :mean::boolean then sum / n else sum end), '')
from (
    select series_id, t, n, sum from samples_15m where :level = 'samples_15m'
    union all
    select series_id, t, n, sum from samples_1h where :level = 'samples_1h'
    union all
    select series_id, t, n, sum from samples_1d where :level = 'samples_1d'
) as r
where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: rollup_windows$
-- The same rows with all that a counter's growth is made of.
select string_agg(int4send(series_id) || timestamptz_send(t) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(first) || float8send(last), '')
from (
    select * from samples_15m where :level = 'samples_15m'
    union all
    select * from samples_1h where :level = 'samples_1h'
    union all
    select * from samples_1d where :level = 'samples_1d'
) as r
where series_id = any(:ids::int[]) and t >= :lo and t < :hi;

-- name: raw_buckets$
-- Raw points in [lo, hi), folded to one row a (series, bucket of `step`).
select string_agg(int4send(series_id) || timestamptz_send(t) || int8send(n) || float8send(sum) || float8send(min)
    || float8send(max) || float8send(head[2]) || float8send(tail[2]), '')
from (
    select s.series_id, date_bin(:step::interval, s.t, 'epoch') as t,
           count(*) as n, sum(s.v) as sum, min(s.v) as min, max(s.v) as max,
           min(array[date_part('epoch', s.t), s.v]) as head, max(array[date_part('epoch', s.t), s.v]) as tail
    from samples s
    where s.series_id = any(:ids::int[]) and s.t >= :lo and s.t < :hi
    group by 1, 2
) as windows;

-- name: models
-- How far each job is, with a tenant's own items; failures with the newest error first.
select r.job, min(r.every) as every, min(r.window_start) as window_start, max(r.window_start) as newest_window,
       min(r.started_at) as started_at,
       case when bool_and(r.finished_at is not null) then max(r.finished_at) end as finished_at,
       max(r.last_finished_at) as last_finished_at, max(r.last_seconds) as last_seconds,
       sum(r.busy_seconds) as busy_seconds,
       coalesce(sum(i.total), 0)::bigint as total, coalesce(sum(i.done), 0)::bigint as done,
       coalesce(sum(i.failed), 0)::bigint as failed, min(i.oldest) as oldest,
       (array_agg(i.error) filter (where i.error is not null))[1] as error
from model_runs r
left join lateral (
    select count(*) as total, count(*) filter (where m.done_at >= r.started_at) as done,
           count(*) filter (where m.error is not null) as failed, min(m.done_at) as oldest, max(m.error) as error
    from model_items m
    where m.job = r.job and m.shard = r.shard and m.tenant_id = :tenant
) i on true
group by r.job
order by r.job;
