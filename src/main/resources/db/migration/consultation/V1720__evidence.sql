create schema if not exists consultation;
grant usage on schema consultation to daxietong_reader, daxietong_writer;

-- What answers said that every case of a kind needs; whoever answers is told that units with a like case will read it, so that it names nobody.
create table consultation.evidence (
    matter_id   uuid        not null,
    place       int         not null,
    commodity   text        not null,
    act         text        not null,
    number      text        not null,
    unit_id     text        not null,
    answered_at timestamptz not null,
    requirement text        not null,
    why         text,
    primary key (matter_id, place)
);
create index evidence_kind on consultation.evidence (commodity, act, answered_at desc, matter_id, place);

alter table consultation.evidence enable row level security;
alter table consultation.evidence force row level security;
grant select, insert, delete on consultation.evidence to daxietong_writer;
grant select on consultation.evidence to daxietong_reader;
create policy writer on consultation.evidence to daxietong_writer using (true) with check (true);
-- Whoever works on matters, of whatever unit; an administrator has no unit here.
create policy at_work on consultation.evidence for select to daxietong_reader
    using ((select nullif(current_setting('app.unit', true), '')) is not null);
do $$
begin
    execute format('create policy owner_reads on consultation.evidence for select to %I using (true)', current_user);
end $$;
