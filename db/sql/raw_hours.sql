-- Raw rows that are older than some hours go, where whole weeks would be too much: the edge.

-- name: oldest$
select min(t) from samples where t < :before;

-- name: rolled_up_to$
-- Up to when nothing waits for a rollup, at most `before`.
select least(:before, (select min(t) from dirty_windows));

-- name: drop_before!
delete from samples where t < :before;

-- name: extend!
-- The range that ends where, or after, this one begins.
update dropped_ranges set "to" = greatest("to", :until), dropped_at = now()
where "from" = (select max("from") from dropped_ranges where "from" <= :since and "to" >= :since);

-- name: add!
insert into dropped_ranges ("from", "to") values (:since, :until) on conflict do nothing;

-- name: passed_weeks
select week from raw_weeks where relation = 'samples' and week + interval '7 days' <= :before order by week;
