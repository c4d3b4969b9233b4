-- Levels that people set: a value at or beyond one is told of at once, and over when all are left by `hysteresis`.
alter table policies
    add column warn_above      double precision,
    add column critical_above  double precision,
    add column warn_below      double precision,
    add column critical_below  double precision,
    add column hysteresis      double precision check (hysteresis >= 0),
    add check (critical_above >= warn_above),
    add check (critical_below <= warn_below);

alter table episodes drop constraint episodes_kind_check;
alter table episodes add constraint episodes_kind_check check (kind in ('anomaly', 'stale', 'threshold'));
