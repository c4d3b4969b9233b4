-- name: enqueue^
-- Put a message into the queue. No row: its key is there already.
insert into deliveries (tenant_id, key, channel, target, subject, body, payload, file_name, file_text)
values (:tenant, :key, :channel, :target, :subject, :body, :payload, :file_name, :file_text)
on conflict (tenant_id, key) do nothing
returning id;

-- name: claim
-- Take messages that are due, a few of each tenant first. Whoever moves next_at has it until then.
with due as (
    select tenant_id, id, row_number() over (partition by tenant_id order by next_at, id) as turn, next_at
    from deliveries
    where state in ('waiting', 'failed') and next_at <= clock_timestamp()
), mine as (
    select d.tenant_id, d.id
    from due join deliveries d on d.tenant_id = due.tenant_id and d.id = due.id
    order by due.turn, due.next_at, d.id
    limit :most
    for update of d skip locked
)
update deliveries d
set next_at = clock_timestamp() + make_interval(secs => :lease), attempts = d.attempts + 1,
    changed_at = clock_timestamp()
from mine
where d.tenant_id = mine.tenant_id and d.id = mine.id
  and d.state in ('waiting', 'failed') and d.next_at <= clock_timestamp()
returning d.tenant_id, d.id, d.channel, d.target, d.subject, d.body, d.payload, d.file_name, d.file_text, d.attempts,
          d.created_at;

-- name: settle!
-- What became of an attempt. An attempt whose lease ended, and that another made again, changes nothing.
update deliveries
set state = :state, answer = :answer, changed_at = clock_timestamp(),
    next_at = clock_timestamp() + make_interval(secs => :pause)
where tenant_id = :tenant and id = :id and attempts = :attempts and state in ('waiting', 'failed');

-- name: retry^
-- Try a message that was given up again, from the beginning.
update deliveries
set state = 'waiting', attempts = 0, next_at = clock_timestamp(), changed_at = clock_timestamp()
where tenant_id = :tenant and id = :id and state in ('failed', 'dead')
returning id;

-- name: deliveries
-- A tenant's messages below an id, newest first.
select id, key, channel, target, subject, state, attempts, next_at, answer, created_at, changed_at
from deliveries
where tenant_id = :tenant
  and (:before::bigint is null or id < :before::bigint)
  and (:state::text is null or state = :state::text)
  and (:channel::text is null or channel = :channel::text)
order by id desc
limit :limit;

-- name: delivery^
-- One message, with what it says.
select id, key, channel, target, subject, state, attempts, next_at, answer, created_at, changed_at, body, payload,
       file_name
from deliveries
where tenant_id = :tenant and id = :id;

-- name: drop_done!
-- Messages that are over and old go.
delete from deliveries where state in ('sent', 'dead') and changed_at < :before;

-- name: webhook_secret$
-- The secret by which a tenant's webhooks are signed, made where there is none.
with made as (
    insert into secrets (name, value) values (:name, :value) on conflict (name) do nothing returning value
)
select value from made union all select value from secrets where name = :name limit 1;

-- name: renew_webhook_secret!
insert into secrets (name, value) values (:name, :value)
on conflict (name) do update set value = excluded.value, created_at = now();
