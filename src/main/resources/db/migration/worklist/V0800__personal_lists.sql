create schema if not exists worklist;
grant usage on schema worklist to daxietong_reader, daxietong_writer;

-- Put off by one person for themselves; the duty and its clock run on.
create table worklist.snooze (
    account   text        not null,
    matter_id uuid        not null,
    action    text        not null,
    until     timestamptz not null,
    reason    text        not null,
    set_at    timestamptz not null,
    primary key (account, matter_id, action)
);

-- Marked by one person for themselves.
create table worklist.star (
    account   text not null,
    matter_id uuid not null,
    action    text not null,
    primary key (account, matter_id, action)
);

-- Who in the unit has it in hand; the duty stays the unit's.
create table worklist.assignment (
    unit_id     text        not null,
    matter_id   uuid        not null,
    action      text        not null,
    account     text        not null,
    assigned_by text        not null,
    assigned_at timestamptz not null,
    primary key (unit_id, matter_id, action)
);
create index assignment_account on worklist.assignment (account, unit_id);

-- Notices up to this id are read; later ones singly.
create table worklist.read_up_to (
    account   text   not null,
    unit_id   text   not null,
    notice_id bigint not null,
    primary key (account, unit_id)
);
create table worklist.read_notice (
    account   text   not null,
    notice_id bigint not null,
    primary key (account, notice_id)
);

create table worklist.saved_view (
    id         uuid        primary key,
    account    text        not null,
    unit_id    text        not null,
    kind       text        not null,
    name       text        not null,
    query      text        not null,
    created_at timestamptz not null,
    unique (account, unit_id, kind, name)
);

-- What left the platform as a file: who, which filter, how many; appended only.
create table worklist.export_log (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    account text        not null,
    unit_id text        not null,
    filter  text        not null,
    rows    int         not null
);
create index export_log_unit on worklist.export_log (unit_id, id desc);

do $$
declare t text;
begin
    foreach t in array array['snooze', 'star', 'assignment', 'read_up_to', 'read_notice', 'saved_view', 'export_log'] loop
        execute format('alter table worklist.%I enable row level security', t);
        execute format('alter table worklist.%I force row level security', t);
        execute format('create policy writer on worklist.%I to daxietong_writer using (true) with check (true)', t);
        execute format('grant select on worklist.%I to daxietong_reader', t);
    end loop;
    foreach t in array array['snooze', 'star', 'read_up_to', 'read_notice', 'saved_view'] loop
        execute format('create policy own on worklist.%I for select to daxietong_reader
            using (account = (select nullif(current_setting(''app.account'', true), '''')))', t);
    end loop;
    foreach t in array array['assignment', 'export_log'] loop
        execute format('create policy own_unit on worklist.%I for select to daxietong_reader
            using (unit_id = (select nullif(current_setting(''app.unit'', true), '''')))', t);
    end loop;
end $$;
grant select, insert, update, delete on worklist.snooze, worklist.star, worklist.assignment, worklist.read_up_to, worklist.read_notice, worklist.saved_view
    to daxietong_writer;
grant select, insert on worklist.export_log to daxietong_writer;
