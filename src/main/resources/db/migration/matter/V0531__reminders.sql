-- Which clock was reminded of, on which rung and for which due time: once each, whatever is restarted. It decides nothing, so the ledger does not
-- hold it and a replay leaves it.
create table matter.reminder (
    matter_id uuid        not null,
    place     int         not null,
    due_at    timestamptz not null,
    rung      text        not null,
    primary key (matter_id, place, due_at, rung)
);
create index clock_running on matter.clock (due_at) where ended_at is null and not suspended;

alter table matter.reminder enable row level security;
alter table matter.reminder force row level security;
grant select, insert on matter.reminder to daxietong_writer;
create policy writer on matter.reminder to daxietong_writer using (true) with check (true);
