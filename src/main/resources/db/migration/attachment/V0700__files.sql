create schema if not exists attachment;
grant usage on schema attachment to daxietong_reader, daxietong_writer;

-- One row an upload. The content lies under its hash in the store, so the same photograph sent twice is kept once.
create table attachment.file (
    id uuid primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    media_type text not null,
    name text not null check (length(name) between 1 and 200),
    unit text not null,
    account text not null,
    uploaded_at timestamptz not null,
    linked boolean not null default false
);
create index file_unlinked on attachment.file (unit, uploaded_at) where not linked;

-- A material goes with the case and again with its transfer, so a file may belong to several matters.
create table attachment.link (
    file uuid not null references attachment.file (id),
    matter uuid not null,
    primary key (file, matter)
);
create index link_by_matter on attachment.link (matter, file);

alter table attachment.file enable row level security;
alter table attachment.file force row level security;
alter table attachment.link enable row level security;
alter table attachment.link force row level security;

grant select on attachment.file, attachment.link to daxietong_reader;
grant select, insert on attachment.file, attachment.link to daxietong_writer;
grant update (linked) on attachment.file to daxietong_writer;

create policy written on attachment.file to daxietong_writer using (true) with check (true);
create policy written on attachment.link to daxietong_writer using (true) with check (true);

create policy of_visible_matter on attachment.link for select to daxietong_reader using (
    exists (
        select 1
          from matter.inbox i
         where i.matter_id = link.matter
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    )
);

-- Until it is linked only the unit that sent it sees it; then whoever sees a matter it belongs to.
create policy own_while_unlinked on attachment.file for select to daxietong_reader using (
    not linked
    and unit = (select nullif(current_setting('app.unit', true), ''))
);
create policy of_visible_matter on attachment.file for select to daxietong_reader using (
    linked
    and exists (
        select 1
          from attachment.link l
          join matter.inbox i on i.matter_id = l.matter
         where l.file = file.id
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    )
);
