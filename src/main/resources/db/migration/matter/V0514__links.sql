-- Which matter is about which, to be found from either end.
create table matter.link (
    matter_id uuid not null,
    rel       text not null,
    other_id  uuid not null,
    primary key (other_id, matter_id, rel)
);
create index link_matter on matter.link (matter_id);
insert into matter.link (matter_id, rel, other_id)
select distinct m.id, l ->> 'rel', (l ->> 'matter')::uuid
  from matter.matter m, jsonb_array_elements(m.snapshot::jsonb -> 'links') l;

alter table matter.link enable row level security;
alter table matter.link force row level security;
grant select, insert, delete on matter.link to daxietong_writer;
grant select on matter.link to daxietong_reader;
create policy writer on matter.link to daxietong_writer using (true) with check (true);
-- Whoever sees the matter that links sees the link; a unit that sees only the other end is not told of this one.
create policy seen on matter.link for select to daxietong_reader
    using (exists (select 1 from matter.inbox i where i.matter_id = link.matter_id
                      and i.unit_id = (select nullif(current_setting('app.unit', true), ''))));
do $$
begin
    execute format('create policy owner_reads on matter.link for select to %I using (true)', current_user);
end $$;
