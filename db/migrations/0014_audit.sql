-- What was changed, and whose personal data was read: append-only, each row chained to the one before (db/audit.py).

create table audit_heads (
    tenant_id  int primary key references tenants,
    seq        bigint not null,
    prev       bytea not null,
    hash       bytea not null
);

-- `said`: {"object": …, "details": …} as JSON text, sealed with a nonce. An erasure empties both (the seal stays, so the
-- chain can still be verified) and says so in a row of its own.
create table audit (
    tenant_id  int not null references tenants,
    seq        bigint not null,
    at         timestamptz not null,
    who        text not null,
    action     text not null,
    said       text,
    nonce      bytea,
    seal       bytea not null,
    prev       bytea not null,
    hash       bytea not null,
    primary key (tenant_id, seq)
);
create index audit_by_time on audit (tenant_id, at);

create function audit_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.said is null and new.nonce is null
       and (new.tenant_id, new.seq, new.at, new.who, new.action, new.seal, new.prev, new.hash)
           = (old.tenant_id, old.seq, old.at, old.who, old.action, old.seal, old.prev, old.hash) then
        return new;
    end if;
    raise exception 'the audit log is append-only';
end $$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_stays_whole before truncate on audit for each statement execute function audit_stays();
