create schema if not exists casebook;
grant usage on schema casebook to daxietong_reader, daxietong_writer;

-- A book that somebody ordered: what was chosen, how far it has come, and the hashes of what was made of it.
create table casebook.book (
    id          uuid        primary key,
    matter      uuid        not null,
    version     int         not null,
    unit        text        not null,
    account     text        not null,
    person      text        not null,
    format      text        not null check (format in ('pdf', 'ofd')),
    chosen      text[],
    ordered_at  timestamptz not null,
    state       text        not null check (state in ('waiting', 'running', 'done', 'failed')),
    seen_alive  timestamptz not null,
    step        text        not null,
    done        int         not null default 0,
    total       int         not null default 0,
    name        text,
    pages       int,
    slips       int,
    size        bigint,
    sha256      text,
    sm3         text,
    finished_at timestamptz
);
create index book_by_matter on casebook.book (matter, ordered_at desc);
create index book_to_make on casebook.book (ordered_at) where state in ('waiting', 'running');

alter table casebook.book enable row level security;
alter table casebook.book force row level security;
grant select on casebook.book to daxietong_reader;
grant select, insert, update on casebook.book to daxietong_writer;
create policy written on casebook.book to daxietong_writer using (true) with check (true);
-- A book holds what its unit may see, so it is that unit's alone, and only as long as the unit sees the matter.
create policy own_of_visible_matter on casebook.book for select to daxietong_reader using (
    unit = (select nullif(current_setting('app.unit', true), ''))
    and exists (
        select 1
          from matter.inbox i
         where i.matter_id = book.matter
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    )
);
