-- Rollups where there are no continuous aggregates: tables under the same names, refreshed from dirty_windows.

create table samples_15m (
    series_id  int not null,
    t          timestamptz not null,
    n          bigint not null,
    sum        double precision not null,
    min        double precision not null,
    max        double precision not null,
    first      double precision not null,
    last       double precision not null,
    ssq        double precision not null,
    primary key (series_id, t)
);
create table samples_1h (like samples_15m including all);
create table samples_1d (like samples_15m including all);
