-- Lists of which a tenant may have only so many rows.

-- name: alone^
-- Until the end of the transaction: who adds to such a list of a tenant does so one after another.
select pg_advisory_xact_lock(7261015, :tenant);
