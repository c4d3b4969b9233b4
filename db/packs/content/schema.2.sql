-- Days of users from which events were taken back: their counters in Redis are to be counted anew.
create table content_recounts (
    tenant_id  int not null references tenants,
    user_id    text not null,
    day        date not null,   -- of UTC
    primary key (tenant_id, user_id, day)
);
