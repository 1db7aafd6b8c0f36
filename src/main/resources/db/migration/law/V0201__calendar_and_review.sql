create schema if not exists law;
grant usage on schema law to daxietong_reader, daxietong_writer;

-- Open to all who work here, so without row-level security. Rows are added and never changed: a later import of the same year prevails.
create table law.calendar_year (
    id bigint generated always as identity primary key,
    year smallint not null check (year between 1949 and 2100),
    source text not null check (length(source) between 1 and 200),
    known_until date not null,
    off_days date[] not null,
    work_days date[] not null,
    imported_by text not null,
    imported_unit text not null,
    imported_at timestamptz not null
);
create index calendar_year_by_year on law.calendar_year (year, id desc);

-- 全国年节及纪念日放假办法 第四条: what the region arranges for itself. Taken back with a reason, never deleted.
create table law.local_holiday (
    id uuid primary key,
    day date not null,
    name text not null check (length(name) between 1 and 40),
    worked boolean not null,
    source text not null check (length(source) between 1 and 200),
    entered_by text not null,
    entered_unit text not null,
    entered_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index local_holiday_in_force on law.local_holiday (day) where withdrawn_at is null;

-- A recalled fact decides only while 县司法局 stands by it.
create table law.confirmation (
    id bigint generated always as identity primary key,
    article text not null,
    confirmed boolean not null,
    note text not null check (length(note) between 1 and 500),
    decided_by text not null,
    decided_unit text not null,
    decided_at timestamptz not null
);
create index confirmation_by_article on law.confirmation (article, id desc);

grant select on law.calendar_year, law.local_holiday, law.confirmation to daxietong_reader, daxietong_writer;
grant insert on law.calendar_year, law.local_holiday, law.confirmation to daxietong_writer;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on law.local_holiday to daxietong_writer;
