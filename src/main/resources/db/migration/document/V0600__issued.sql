create schema if not exists document;
grant usage on schema document to daxietong_reader, daxietong_writer;

-- What was issued, as content: both renditions are pressed from it whenever somebody asks.
create table document.issued (
    id uuid primary key,
    matter uuid not null,
    unit text not null,
    issuer text not null,
    kind text not null,
    title text not null,
    number text,
    check_code text not null unique check (length(check_code) = 27),
    issued_at timestamptz not null,
    content jsonb not null
);
create index issued_by_matter on document.issued (matter, issued_at);

-- The hashes of the files that were handed out. Usually one a format; another only when the press itself has changed since.
create table document.rendition (
    document uuid not null references document.issued (id),
    format text not null check (format in ('pdf', 'ofd')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
    pressed_at timestamptz not null,
    primary key (document, format, sha256)
);

alter table document.issued enable row level security;
alter table document.issued force row level security;
alter table document.rendition enable row level security;
alter table document.rendition force row level security;

grant select on document.issued, document.rendition to daxietong_reader;
grant select, insert on document.issued, document.rendition to daxietong_writer;

create policy written on document.issued to daxietong_writer using (true) with check (true);
create policy written on document.rendition to daxietong_writer using (true) with check (true);

create policy of_visible_matter on document.issued for select to daxietong_reader using (
    exists (
        select 1
          from matter.inbox i
         where i.matter_id = issued.matter
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    )
);

-- The public check page names a code that nobody can guess, and sees that one row.
create policy by_check_code on document.issued for select to daxietong_reader using (
    check_code = (select nullif(current_setting('app.check_code', true), ''))
);
create policy of_visible_document on document.rendition for select to daxietong_reader using (
    exists (select 1 from document.issued d where d.id = rendition.document)
);
