-- name: salt$
select value from secrets where name = :name;

-- name: add_salt!
insert into secrets (name, value) values (:name, :value) on conflict (name) do nothing;

-- name: erased_version$
select version from erased_clock;

-- name: erased
select hash from erased_people where tenant_id = :tenant;

-- name: erased_among
-- Which of these people were erased.
select hash from erased_people where (tenant_id, hash) in (
    select * from unnest(:tenants::int[], :hashes::bytea[]));

-- name: any_erased
select distinct tenant_id from erased_people where tenant_id = any(:tenants::int[]);

-- name: note_erased!
insert into erased_people (tenant_id, hash) values (:tenant, :hash) on conflict do nothing;

-- name: lift_erased$
delete from erased_people where tenant_id = :tenant and hash = :hash returning 1;

-- name: tick_erased!
update erased_clock set version = version + 1;

-- name: ask^
insert into privacy_requests (tenant_id, kind, mode, dry_run, person, person_hash, names, labels, asked_by, due_at, expires_at)
values (:tenant, :kind, :mode, :dry_run, :person, :hash, :names, :labels, :asked_by, :due_at, :expires_at)
returning *;

-- name: get^
select * from privacy_requests where tenant_id = :tenant and id = :id and kind = :kind;

-- name: find
select * from privacy_requests
where tenant_id = :tenant and kind = :kind and (:before::bigint is null or id < :before::bigint)
  and (:hash::bytea is null or person_hash = :hash::bytea)
order by id desc
limit :limit;

-- name: due
-- Requests that somebody should work on now, oldest first.
select tenant_id, id, kind from privacy_requests
where state in ('waiting', 'working') and next_at <= clock_timestamp()
order by id
limit :limit;

-- name: hold$
select pg_try_advisory_lock(7261014, hashint8(:id::bigint));

-- name: let_go$
select pg_advisory_unlock(7261014, hashint8(:id::bigint));

-- name: work_on^
update privacy_requests
set state = 'working', attempts = attempts + 1, pseudonym = coalesce(pseudonym, :pseudonym), secret = coalesce(secret, :secret)
where tenant_id = :tenant and id = :id and state in ('waiting', 'working')
returning tenant_id, id, kind, mode, dry_run, person, names, labels, pseudonym, secret, asked_at, asked_by, attempts, counts;

-- name: at_step!
update privacy_requests set step = :step where tenant_id = :tenant and id = :id;

-- name: add_names!
update privacy_requests set names = :names where tenant_id = :tenant and id = :id;

-- name: count!
-- Add to the counts, in the transaction that did what is counted.
update privacy_requests r
set counts = r.counts || (
    select coalesce(jsonb_object_agg(n.key, coalesce((r.counts ->> n.key)::bigint, 0) + n.value::bigint), '{}')
    from jsonb_each_text(:counts::jsonb) as n)
where r.tenant_id = :tenant and r.id = :id;

-- name: later!
update privacy_requests set next_at = clock_timestamp() + :wait, step = :step where tenant_id = :tenant and id = :id;

-- name: fail!
update privacy_requests
set state = 'failed', finished_at = clock_timestamp(), report = :report where tenant_id = :tenant and id = :id;

-- name: finish!
update privacy_requests
set state = 'done', step = null, finished_at = clock_timestamp(), report = :report, certificate = :certificate,
    person = case when :blank then null else person end, names = case when :blank then '{}' else names end,
    pseudonym = null, secret = null
where tenant_id = :tenant and id = :id;

-- name: retry$
update privacy_requests set state = 'waiting', next_at = clock_timestamp(), finished_at = null, labels = :labels
where tenant_id = :tenant and id = :id and kind = 'erasure' and state = 'failed'
returning 1;

-- name: touch!
insert into privacy_windows (tenant_id, request, series_id, t)
select :tenant, :request, u.* from unnest(:ids::int[], :times::timestamptz[]) as u
on conflict do nothing;

-- name: touched
select series_id, (extract(epoch from t) * 1000000)::bigint from privacy_windows
where tenant_id = :tenant and request = :request order by t, series_id;

-- name: forget_touched!
delete from privacy_windows where tenant_id = :tenant and request = :request;

-- name: drop_exports!
-- Exports of a person, whatever they hold.
update privacy_requests set state = 'expired', person = null, names = '{}', report = '{}', expires_at = clock_timestamp()
where tenant_id = :tenant and kind = 'export' and person_hash = :hash;

-- name: exports_of
select id from privacy_requests where tenant_id = :tenant and kind = 'export' and person_hash = :hash;

-- name: wait_for$
-- Until nobody works on a request any more.
select pg_advisory_xact_lock(7261014, hashint8(:id::bigint));

-- name: drop_files!
delete from privacy_files f using privacy_requests r
where f.tenant_id = :tenant and r.tenant_id = f.tenant_id and r.id = f.request and r.kind = 'export' and r.person_hash = :hash;

-- name: expire_files!
delete from privacy_files f using privacy_requests r
where r.tenant_id = f.tenant_id and r.id = f.request and r.expires_at < clock_timestamp();

-- name: expire!
update privacy_requests set state = 'expired', person = null, names = '{}'
where kind = 'export' and state in ('done', 'failed') and expires_at < clock_timestamp();

-- name: put_file!
insert into privacy_files (tenant_id, request, part, data) values (:tenant, :request, :part, :data)
on conflict (tenant_id, request, part) do update set data = excluded.data;

-- name: drop_parts!
delete from privacy_files where tenant_id = :tenant and request = :request;

-- name: file_part$
select data from privacy_files where tenant_id = :tenant and request = :request and part = :part;

-- name: events_count$
select count(*) from events where tenant_id = :tenant and user_id = :person;

-- name: person_of_login$
-- Under which user_id events name the owner of a login; without one the email itself.
select coalesce(person, email) from users where tenant_id = :tenant and email = lower(:email);
