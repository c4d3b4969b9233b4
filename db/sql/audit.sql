-- name: record$
-- Append to a tenant's chain. The head's row lock is held until commit, so rows get their numbers in order.
with head as (
    insert into audit_heads as h (tenant_id, seq, prev, hash)
    values (:tenant, 1, '', sha256(convert_to(concat_ws(E'\n', '', 1, :stamp::text, :who::text, :action::text,
                                                         encode(:seal::bytea, 'hex')), 'UTF8')))
    on conflict (tenant_id) do update
        set seq = h.seq + 1, prev = h.hash,
            hash = sha256(convert_to(concat_ws(E'\n', encode(h.hash, 'hex'), h.seq + 1, :stamp::text, :who::text,
                                               :action::text, encode(:seal::bytea, 'hex')), 'UTF8'))
    returning seq, prev, hash
)
insert into audit (tenant_id, seq, at, who, action, said, nonce, seal, prev, hash)
select :tenant, seq, :at, :who::text, :action::text, :said, :nonce, :seal::bytea, prev, hash from head
returning seq;

-- name: find
-- A tenant's entries below a number, newest first. `action` may be the beginning of one.
select a.seq, a.at, a.who, a.action, a.said, a.hash, coalesce(u.email, k.name) as name
from audit a
left join users u on u.tenant_id = a.tenant_id and 'user:' || u.id = a.who
left join api_keys k on k.tenant_id = a.tenant_id and 'key:' || k.id = a.who
where a.tenant_id = :tenant
  and (:before::bigint is null or a.seq < :before::bigint)
  and (:who::text is null or a.who = :who::text)
  and (:action::text is null or starts_with(a.action, :action::text))
  and (:object::text is null or (a.said::jsonb ->> 'object') = :object::text)
  and (:start::timestamptz is null or a.at >= :start::timestamptz)
  and (:stop::timestamptz is null or a.at < :stop::timestamptz)
order by a.seq desc
limit :limit;

-- name: chain
-- Entries after a number, in order, as they were written.
select seq, at, who, action, said, nonce, seal, prev, hash
from audit where tenant_id = :tenant and seq > :after
order by seq
limit :limit;

-- name: head^
select seq, hash from audit_heads where tenant_id = :tenant;

-- name: mentioning
-- Entries that hold a text. Whether they really name a person is for the caller to see.
select seq, said from audit where tenant_id = :tenant and strpos(lower(said), lower(:text)) > 0 order by seq;

-- name: empty_entries!
update audit set said = null, nonce = null where tenant_id = :tenant and seq = any(:seqs::bigint[]);

-- name: audited_tenants
select tenant_id from audit_heads order by tenant_id;
