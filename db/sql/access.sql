-- name: find_tenant$
select id from tenants where id::text = :named or name = :named order by id::text = :named desc limit 1;

-- name: find_keys
-- Live keys under these ids, whichever tenant they are of: this is how a tenant is found.
select tenant_id, id, secret_hash, name, scopes, expires_at
from api_keys
where id = any(:ids::text[]) and revoked_at is null;

-- name: list_keys
select id, name, scopes, created_at, expires_at, revoked_at
from api_keys
where tenant_id = :tenant
order by created_at, id;

-- name: get_key^
select id, name, scopes, created_at, expires_at, revoked_at
from api_keys
where tenant_id = :tenant and id = :id;

-- name: add_key^
-- Nothing when the id is taken.
insert into api_keys (tenant_id, id, secret_hash, name, scopes, expires_at)
values (:tenant, :id, :secret_hash, :name, :scopes, :expires_at)
on conflict (id) do nothing
returning id, name, scopes, created_at, expires_at, revoked_at;

-- name: rename_key^
update api_keys
set name = :name
where tenant_id = :tenant and id = :id and revoked_at is null
returning id, name, scopes, created_at, expires_at, revoked_at;

-- name: revoke_key^
update api_keys
set revoked_at = coalesce(revoked_at, now())
where tenant_id = :tenant and id = :id
returning id;

-- name: user_by_email^
select tenant_id, id, email, password_hash, role, disabled_at from users where email = :email;

-- name: find_user^
select id, email, role, person, created_at, disabled_at from users where tenant_id = :tenant and id = :id;

-- name: password_of^
select password_hash from users where tenant_id = :tenant and id = :id and disabled_at is null;

-- name: list_users
select id, email, role, person, created_at, disabled_at
from users
where tenant_id = :tenant
order by id;

-- name: add_user^
-- Nothing when the email is taken.
insert into users (tenant_id, email, password_hash, role, person)
values (:tenant, :email, :password_hash, :role, :person)
on conflict (email) do nothing
returning id, email, role, person, created_at, disabled_at;

-- name: change_user^
update users
set role = coalesce(:role, role),
    person = coalesce(:person, person),
    disabled_at = case when :disabled::bool is null then disabled_at
                       when :disabled then coalesce(disabled_at, now()) end
where tenant_id = :tenant and id = :id
returning id, email, role, person, created_at, disabled_at;

-- name: set_password!
update users set password_hash = :password_hash where tenant_id = :tenant and id = :id;

-- name: lock_admins
-- Admins who can log in, held until the transaction ends, so that two people cannot both remove the last but one.
select id from users where tenant_id = :tenant and role = 'admin' and disabled_at is null order by id for update;

-- name: count_users$
select count(*) from users where tenant_id = :tenant;

-- name: first_tenant$
select min(id) from tenants;

-- name: lock_bootstrap^
select pg_advisory_xact_lock(7261002);

-- name: add_refresh!
insert into refresh_tokens (tenant_id, token_hash, user_id, family, expires_at)
values (:tenant, :token_hash, :user, :family, :expires_at);

-- name: lock_refresh^
-- Uses of one user's refresh tokens happen one after another: a use and a theft alarm cannot cross.
select r.tenant_id, r.user_id, r.family, r.expires_at < now() as expired, u.role, u.disabled_at
from refresh_tokens r
join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
where r.token_hash = :token_hash
for update of u;

-- name: use_refresh^
update refresh_tokens
set used_at = now()
where tenant_id = :tenant and token_hash = :token_hash and used_at is null
returning family;

-- name: drop_family!
delete from refresh_tokens where tenant_id = :tenant and user_id = :user and family = :family;

-- name: drop_refresh_of_user!
delete from refresh_tokens where tenant_id = :tenant and user_id = :user;

-- name: drop_expired_refresh!
delete from refresh_tokens where tenant_id = :tenant and user_id = :user and expires_at < now();

-- name: add_secret!
insert into secrets (name, value) values (:name, :value) on conflict (name) do nothing;

-- name: get_secret$
select value from secrets where name = :name;

-- name: schema_engine$
select engine from schema_engine;

-- name: ping$
select 1;
