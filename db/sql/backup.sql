-- name: tables
-- Tables of ours with their columns, but for those that the database works out itself.
select c.relname, array_agg(a.attname order by a.attnum)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
  and not c.relname = any(:without::text[])
group by c.relname
order by c.relname;

-- name: references
select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c where c.contype = 'f';

-- name: sequences
select quote_ident(sequencename), coalesce(last_value, start_value), last_value is not null
from pg_sequences where schemaname = current_schema() order by 1;

-- name: materialized^
-- Where a continuous aggregate keeps what it has worked out.
select materialization_hypertable_schema, materialization_hypertable_name
from timescaledb_information.continuous_aggregates where view_name = :name;
