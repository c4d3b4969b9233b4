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

-- name: drops
-- What stands in the schema by itself, with the statement that drops it; what says that there is a schema comes last.
with found as (
    select case when c.relname = any(:materialized::text[]) and c.relkind = 'v' then 'materialized view'
                when c.relkind = 'v' then 'view' when c.relkind = 'S' then 'sequence' else 'table' end as kind,
           c.oid::regclass::text as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'S') and not c.relispartition
      and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid
                        and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
    union all
    select 'function', p.oid::regprocedure::text
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = current_schema() and p.prokind = 'f'
      and not exists (select from pg_depend d
                      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
)
select name, 'drop ' || kind || ' if exists ' || name || ' cascade'
from found
order by name = 'schema_engine', kind <> 'materialized view', name;
