-- name: database_bytes$
select pg_database_size(current_database());

-- name: tenant$
select id from tenants where name = :name;

-- name: lag$
select extract(epoch from clock_timestamp() - min(received_at)) from journal where batch is null;

-- name: before$
-- What the newest finished run of a job has left.
select result from task_runs where job = :job and finished_at is not null order by window_start desc limit 1;

-- name: ever
-- Policies that were ever there.
select distinct name from policies where tenant_id = :tenant and starts_with(name, :prefix);
