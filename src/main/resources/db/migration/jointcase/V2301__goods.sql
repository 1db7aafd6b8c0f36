-- The goods of cases, one row for each exhibit with what a room that shares them may know: never its identifier, its place or its case's content.
create table jointcase.good (
    matter_id  uuid        primary key,
    case_id    uuid        not null,
    case_unit  text        not null,
    number     text        not null,
    title      text        not null,
    status     text        not null,
    custodian  text        not null,
    since      timestamptz not null,
    registered timestamptz not null
);
create index good_case on jointcase.good (case_id, case_unit, registered, length(number), number);

-- Which cases' goods an open room shows to whom: one row for each case and each unit that takes part.
create table jointcase.shared (
    matter_id   uuid not null,
    case_id     uuid not null,
    case_unit   text not null,
    case_number text not null,
    reader      text not null,
    primary key (matter_id, case_id, case_unit, reader)
);
create index shared_reader on jointcase.shared (reader);

-- A room never looked at goods before, so that only the exhibits that are there already have to be written.
insert into jointcase.good (matter_id, case_id, case_unit, number, title, status, custodian, since, registered)
select m.id, kase.id, part.unit, m.number, m.snapshot::jsonb ->> 'title', m.status, m.owner_unit, owner.since, m.created_at
  from matter.matter m
  cross join lateral (select (l.one ->> 'matter')::uuid as id
                        from jsonb_array_elements(m.snapshot::jsonb -> 'links') with ordinality l (one, place)
                       where l.one ->> 'rel' = 'case' order by l.place desc limit 1) kase
  cross join lateral (select p.one ->> 'unit' as unit
                        from jsonb_array_elements(m.snapshot::jsonb -> 'participants') with ordinality p (one, place)
                       where p.one ->> 'role' = 'case_unit' and p.one ->> 'until' is null order by p.place limit 1) part
  cross join lateral (select (p.one ->> 'from')::timestamptz as since
                        from jsonb_array_elements(m.snapshot::jsonb -> 'participants') with ordinality p (one, place)
                       where p.one ->> 'role' = 'owner' and p.one ->> 'until' is null order by p.place limit 1) owner
 where m.kind = 'exhibit';

do $$
declare t text;
begin
    foreach t in array array['good', 'shared'] loop
        execute format('alter table jointcase.%I enable row level security', t);
        execute format('alter table jointcase.%I force row level security', t);
        execute format('create policy writer on jointcase.%I to daxietong_writer using (true) with check (true)', t);
        execute format('create policy owner_reads on jointcase.%I for select to %I using (true)', t, current_user);
        execute format('grant select on jointcase.%I to daxietong_reader', t);
        execute format('grant select, insert, delete on jointcase.%I to daxietong_writer', t);
    end loop;
end $$;

-- Whoever takes part, and of them nobody who stands aside from the room, the case or the item (doc/adr/0022).
create policy takes_part on jointcase.shared for select to daxietong_reader
    using (reader = (select nullif(current_setting('app.unit', true), '')));
create policy not_barred on jointcase.shared as restrictive for select to daxietong_reader
    using (not array[matter_id, case_id] && array(
               select k.id from matter.kept_from((select nullif(current_setting('app.account', true), ''))) k));

-- A good is seen through a room alone, and only while the unit that shared its case answers for it; asked as the reader, so that who does not
-- see the sharing does not see the good.
create policy shared on jointcase.good for select to daxietong_reader
    using ((case_id, case_unit) in (select s.case_id, s.case_unit from jointcase.shared s));
create policy not_barred on jointcase.good as restrictive for select to daxietong_reader
    using (matter_id <> all (array(
               select k.id from matter.kept_from((select nullif(current_setting('app.account', true), ''))) k)));
