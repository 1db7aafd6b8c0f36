create schema if not exists identity;
grant usage on schema identity to daxietong_reader, daxietong_writer;

create table identity.account (
    username text primary key check (username ~ '^[a-z0-9][a-z0-9._:-]{1,63}$'),
    name text not null check (length(name) between 1 and 60),
    machine boolean not null default false,
    password_hash text,
    password_set_at timestamptz,
    must_change boolean not null default false,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_required boolean not null default false,
    totp_step bigint not null default 0,
    disabled_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    check (not totp_required or totp_confirmed_at is not null),
    check (not machine or password_hash is null)
);

create table identity.holding (
    id uuid primary key,
    account text not null references identity.account (username),
    unit text not null,
    post text not null
        check (post in ('handler', 'head', 'unit_admin', 'system_admin', 'security_admin', 'audit_admin')),
    acting boolean not null default false,
    acting_for text references identity.account (username),
    ground text not null default '',
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at >= starts_at),
    proposed_by text not null,
    proposed_post text not null,
    proposed_at timestamptz not null,
    -- The other unit in which the account already works, whose own administrator has to agree.
    releasing_unit text,
    -- Until a second administrator agrees, a holding that touches another unit or a 三员 post gives nothing.
    confirmed_by text,
    confirmed_at timestamptz,
    ended_by text,
    end_ground text not null default '',
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (not acting or (post = 'head' and acting_for is not null and ends_at is not null and ground <> ''))
);
create index holding_by_account on identity.holding (account);
create index holding_by_unit on identity.holding (unit, post);

-- Counted by what was typed, whether or not such an account exists: a lock must not tell them apart. Typed text may be a password, so only its digest is kept.
create table identity.attempt (
    digest bytea primary key,
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz
);
create index attempt_by_time on identity.attempt (last_at);

create table identity.token (
    id uuid primary key,
    digest bytea not null unique,
    account text not null references identity.account (username),
    holding uuid not null references identity.holding (id),
    unit text not null,
    name text not null default '' check (length(name) <= 60),
    scopes text[] not null check (scopes <@ array['read', 'write']),
    issued_by text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    revoked_at timestamptz,
    revoked_by text,
    last_used_at timestamptz
);
create index token_by_account on identity.token (account);
create index token_by_unit on identity.token (unit, issued_at desc);

create table identity.event (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    account text not null,
    unit text not null default '',
    subject text not null default '',
    detail text not null default '' check (length(detail) <= 500),
    address text not null default ''
);
create index event_by_time on identity.event (at desc, id desc);
create index event_by_account on identity.event (account, at desc);

create function identity.event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the security log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger event_no_change before update or delete on identity.event
    for each row execute function identity.event_stays();
create trigger event_no_truncate before truncate on identity.event
    for each statement execute function identity.event_stays();

-- Spring Session's own tables, under its own column names.
create table identity.session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_by_id on identity.session (session_id);
create index session_by_expiry on identity.session (expiry_time);
create index session_by_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Readers never see a secret; who works where is open to everybody who works here.
grant select (username, name, machine, password_set_at, must_change, totp_confirmed_at, totp_required, disabled_at, created_at, created_by)
    on identity.account to daxietong_reader;
grant select on identity.holding to daxietong_reader;
grant select (id, account, holding, unit, name, scopes, issued_by, issued_at, expires_at, revoked_at, revoked_by, last_used_at)
    on identity.token to daxietong_reader;
grant select on identity.event to daxietong_reader;

grant select, insert, update on identity.account, identity.holding, identity.token to daxietong_writer;
grant select, insert, update, delete on identity.attempt, identity.session, identity.session_attributes to daxietong_writer;
grant insert on identity.event to daxietong_writer;

alter table identity.token enable row level security;
alter table identity.token force row level security;
create policy own_tokens on identity.token for select to daxietong_reader
    using (account = (select nullif(current_setting('app.account', true), '')));
create policy unit_tokens on identity.token for select to daxietong_reader
    using (
        unit = (select nullif(current_setting('app.unit', true), ''))
        and (select current_setting('app.post', true)) = 'unit_admin');
create policy writer_tokens on identity.token to daxietong_writer using (true) with check (true);

alter table identity.event enable row level security;
alter table identity.event force row level security;
create policy auditor_reads on identity.event for select to daxietong_reader
    using ((select current_setting('app.post', true)) = 'audit_admin');
create policy own_events on identity.event for select to daxietong_reader
    using (account = (select nullif(current_setting('app.account', true), '')));
create policy writer_adds on identity.event for insert to daxietong_writer with check (true);
