create schema if not exists reward;
grant usage on schema reward to daxietong_reader, daxietong_writer;

-- What was rewarded or is about to be: a lead, a case. Once in the county, whichever unit proposes it.
create table reward.once (
    fact      text primary key,
    reward_id uuid not null
);
create index once_by_reward on reward.once (reward_id);

-- What a teller may claim, until it is claimed or lapses; then the row is gone.
create table reward.claimable (
    tipoff_id uuid           primary key,
    reward_id uuid           not null unique,
    amount    numeric(14, 2) not null check (amount > 0),
    fund      text           not null,
    until     date           not null
);

-- What was granted, claimed and given up, by day and fund, without saying for what.
create table reward.tally (
    id     uuid           primary key default gen_random_uuid(),
    day    date           not null,
    fund   text           not null,
    what   text           not null check (what in ('granted', 'claimed', 'lapsed')),
    amount numeric(14, 2) not null check (amount > 0)
);
create index tally_by_day on reward.tally (day);

-- Whoever brings code and PIN is paid. secret is a hash of the two together; nothing here leads to a tip-off, a matter or a person.
create table reward.voucher (
    serial    text           primary key,
    secret    bytea          not null unique,
    amount    numeric(14, 2) not null check (amount > 0),
    fund      text           not null,
    issued_on date           not null,
    lapses_on date           not null,
    paid_on   date,
    paid_at   text,
    check ((paid_on is null) = (paid_at is null))
);

alter table reward.once enable row level security;
alter table reward.once force row level security;
alter table reward.claimable enable row level security;
alter table reward.claimable force row level security;
alter table reward.tally enable row level security;
alter table reward.tally force row level security;
alter table reward.voucher enable row level security;
alter table reward.voucher force row level security;

-- The treasury's list is the office's, and 县司法局 looks on.
create policy reads on reward.tally for select to daxietong_reader
    using ((select nullif(current_setting('app.unit', true), '')) in ('OFFICE', 'U09'));
create policy reads on reward.voucher for select to daxietong_reader
    using ((select nullif(current_setting('app.unit', true), '')) in ('OFFICE', 'U09'));

create policy writes on reward.once to daxietong_writer using (true) with check (true);
create policy writes on reward.claimable to daxietong_writer using (true) with check (true);
create policy writes on reward.tally to daxietong_writer using (true) with check (true);
create policy writes on reward.voucher to daxietong_writer using (true) with check (true);

grant select on reward.tally to daxietong_reader;
grant select (serial, amount, fund, issued_on, lapses_on, paid_on, paid_at) on reward.voucher to daxietong_reader;
grant select, insert, delete on reward.once, reward.claimable to daxietong_writer;
grant select, insert on reward.tally to daxietong_writer;
-- Vouchers are taken out and put back in another order, so that not even the order of the rows tells when each came.
grant select, insert, update, delete on reward.voucher to daxietong_writer;
