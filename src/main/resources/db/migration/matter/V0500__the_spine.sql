create schema if not exists matter;
grant usage on schema matter to daxietong_reader, daxietong_writer;

-- Who may see what: one row per unit that may see a matter, written with the entry that gave the sight.
create table matter.inbox (
    unit_id    text        not null,
    matter_id  uuid        not null,
    kind       text        not null,
    status     text        not null,
    closed     boolean     not null,
    number     text        not null,
    title      text        not null,
    owner_unit text        not null,
    commodity  text,
    due_at     timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (unit_id, matter_id)
);
create index inbox_matter on matter.inbox (matter_id);
create index inbox_newest on matter.inbox (unit_id, updated_at desc, matter_id desc);
create index inbox_kind on matter.inbox (unit_id, kind, updated_at desc, matter_id desc);
create index inbox_status on matter.inbox (unit_id, kind, status, updated_at desc, matter_id desc);
create index inbox_due on matter.inbox (unit_id, due_at, matter_id) where due_at is not null;

create table matter.matter (
    id         uuid        primary key,
    kind       text        not null,
    number     text        not null unique,
    status     text        not null,
    owner_unit text        not null,
    version    int         not null,
    head       bytea       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    snapshot   text        not null,
    pieces     text[]      not null
);
create index matter_pieces on matter.matter using gin (pieces);

create table matter.todo (
    matter_id    uuid not null references matter.matter,
    place        int  not null,
    unit_id      text not null,
    post         text,
    action       text not null,
    title        text not null,
    clock        text,
    due_at       timestamptz,
    law          text not null,
    kind         text not null,
    number       text not null,
    matter_title text not null,
    primary key (matter_id, place)
);
create index todo_unit on matter.todo (unit_id, coalesce(due_at, 'infinity'), matter_id, place);

create table matter.clock (
    matter_id  uuid        not null references matter.matter,
    place      int         not null,
    clock      text        not null,
    actor_unit text        not null,
    starts_at  timestamptz not null,
    due_at     timestamptz,
    ended_at   timestamptz,
    suspended  boolean     not null,
    cancelled  boolean     not null,
    announced  boolean     not null,
    primary key (matter_id, place)
);
create index clock_running_out on matter.clock (due_at) where ended_at is null and not suspended and not announced;

create table matter.subject (
    matter_id uuid not null references matter.matter,
    digest    text not null,
    primary key (digest, matter_id)
);
create index subject_matter on matter.subject (matter_id);

create table matter.key (
    matter_id uuid  primary key,
    wrapped   bytea not null
);

create table matter.number_series (
    series text primary key,
    last   int  not null
);

create table matter.notice (
    id        bigint      generated always as identity primary key,
    unit_id   text        not null,
    post      text,
    matter_id uuid        not null,
    at        timestamptz not null,
    text      text        not null
);
create index notice_unit on matter.notice (unit_id, at desc, id desc);

-- Who looked at what: appended only, shown on the matter itself.
create table matter.reading (
    matter_id uuid        not null,
    at        timestamptz not null,
    account   text        not null,
    unit_id   text        not null,
    purpose   text        not null
);
create index reading_matter on matter.reading (matter_id, at desc);

do $$
declare t text;
begin
    foreach t in array array['inbox', 'matter', 'todo', 'clock', 'subject', 'key', 'number_series', 'notice', 'reading'] loop
        execute format('alter table matter.%I enable row level security', t);
        execute format('alter table matter.%I force row level security', t);
        execute format('create policy writer on matter.%I to daxietong_writer using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert, update, delete on matter.inbox, matter.matter, matter.todo, matter.clock, matter.subject to daxietong_writer;
grant select, insert, delete on matter.key to daxietong_writer;
grant select, insert, update on matter.number_series to daxietong_writer;
grant select, insert on matter.notice, matter.reading to daxietong_writer;
grant select on matter.inbox, matter.matter, matter.todo, matter.clock, matter.notice, matter.reading, matter.key to daxietong_reader;

-- The search function and the verification run as the owner, who is no superuser.
do $$
declare t text;
begin
    foreach t in array array['inbox', 'matter', 'todo', 'clock', 'subject', 'key', 'number_series', 'notice', 'reading'] loop
        execute format('create policy owner_reads on matter.%I for select to %I using (true)', t, current_user);
    end loop;
end $$;

-- The first line: plain equality on an indexed column, which costs nothing.
create policy own_unit on matter.inbox for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), '')));
create policy own_unit on matter.todo for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), '')));
create policy own_unit on matter.notice for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), '')));

-- The second line: whatever belongs to a matter is seen by the units that see the matter.
create policy seen on matter.matter for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = id
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
create policy seen on matter.clock for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = clock.matter_id
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
create policy seen on matter.reading for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = reading.matter_id
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
create policy seen on matter.key for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = key.matter_id
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
create policy seen on ledger.entry for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = stream
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
