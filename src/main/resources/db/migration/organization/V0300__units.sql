create schema if not exists organization;
grant usage on schema organization to daxietong_reader, daxietong_writer;

-- GB/T 2260 codes outlive the names: a row per span of validity, never overwritten.
create table organization.area (
    id bigint generated always as identity primary key,
    code text not null check (code ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
    name text not null check (length(name) between 1 and 60),
    parent text check (parent <> code),
    level smallint not null check (level between 1 and 5),
    valid_from date,
    valid_to date,
    renamed_to text,
    merged_into text,
    check (valid_from is null or valid_to is null or valid_to > valid_from)
);
create unique index area_open on organization.area (code) where valid_to is null;

create table organization.unit (
    id text primary key check (id ~ '^[A-Z][A-Z0-9-]{0,39}$'),
    kind text not null,
    clause text not null,
    hq_seats text not null default '',
    area_code text not null,
    valid_from date,
    valid_to date,
    merged_into text references organization.unit (id) check (merged_into <> id),
    check (valid_from is null or valid_to is null or valid_to > valid_from),
    check (merged_into is null or valid_to is not null)
);

create table organization.unit_name (
    id bigint generated always as identity primary key,
    unit text not null references organization.unit (id),
    name text not null check (length(name) between 2 and 80),
    short_name text not null check (length(short_name) between 2 and 40),
    valid_from date,
    valid_to date,
    check (valid_from is null or valid_to is null or valid_to > valid_from)
);
create unique index unit_name_open on organization.unit_name (unit) where valid_to is null;
create unique index unit_name_used on organization.unit_name (name) where valid_to is null;

create table organization.duty (
    id text primary key,
    clause text not null,
    kind text not null,
    cadence text not null,
    commodity text not null default '',
    duty text not null,
    every_unit boolean not null,
    position int not null
);

create table organization.duty_unit (
    duty text not null references organization.duty (id),
    unit text not null references organization.unit (id),
    primary key (duty, unit)
);
create index duty_unit_by_unit on organization.duty_unit (unit);

create table organization.commodity (
    id text primary key,
    name text not null unique,
    lead_unit text references organization.unit (id),
    transfer_to text references organization.unit (id),
    plan_duty text references organization.duty (id),
    clause text not null,
    position int not null
);

create table organization.working_body (
    id bigint generated always as identity primary key,
    unit text not null references organization.unit (id),
    name text not null check (length(name) between 2 and 80),
    document_no text not null check (length(document_no) <= 80),
    founded_on date not null,
    dissolved_on date check (dissolved_on >= founded_on),
    note text not null default ''
);
create index working_body_by_unit on organization.working_body (unit);

-- What the notice calls a post (职务); the posts in which accounts act are the identity module's.
create table organization.seat (
    id bigint generated always as identity primary key,
    unit text not null references organization.unit (id),
    body bigint references organization.working_body (id),
    title text not null check (length(title) between 1 and 60),
    origin text not null default '',
    abolished_on date
);
create unique index seat_once on organization.seat (unit, coalesce(body, 0), title) where abolished_on is null;

create table organization.holder (
    id bigint generated always as identity primary key,
    seat bigint not null references organization.seat (id),
    name text not null check (length(name) between 1 and 60),
    phone text not null default '' check (length(phone) <= 40),
    valid_from date not null,
    valid_to date,
    check (valid_to is null or valid_to >= valid_from)
);
create index holder_by_seat on organization.holder (seat);
create unique index holder_once on organization.holder (seat, name) where valid_to is null;

-- What an import could not take stays here, so that it can be downloaded, mended and tried again.
create table organization.import_batch (
    id uuid primary key,
    kind text not null,
    unit text not null,
    account text not null,
    at timestamptz not null,
    total int not null,
    failed jsonb not null,
    check (total >= 0)
);
create index import_batch_by_account on organization.import_batch (account, at desc);

-- Units, duties and seats are open to everybody who works here; they carry no matter, so no row is hidden. A batch is its importer's alone.
grant select on organization.area, organization.unit, organization.unit_name, organization.duty, organization.duty_unit,
    organization.commodity, organization.working_body, organization.seat, organization.holder, organization.import_batch
    to daxietong_reader, daxietong_writer;
grant insert, update on organization.area, organization.unit, organization.unit_name, organization.commodity,
    organization.working_body, organization.seat, organization.holder to daxietong_writer;
grant insert on organization.duty, organization.duty_unit, organization.import_batch to daxietong_writer;

alter table organization.import_batch enable row level security;
alter table organization.import_batch force row level security;
create policy own_batches on organization.import_batch for select to daxietong_reader
    using (account = (select nullif(current_setting('app.account', true), '')));
create policy writer_reads on organization.import_batch for select to daxietong_writer using (true);
create policy writer_adds on organization.import_batch for insert to daxietong_writer with check (true);
