create schema if not exists tipoff;
grant usage on schema tipoff to daxietong_reader, daxietong_writer;

-- An officer's pair of keys. The private one lies under the officer's password; a password that was reset opens nothing any more, so the pair is
-- then lost and another is made.
create table tipoff.key_pair (
    id         uuid        primary key,
    account    text        not null,
    unit       text        not null,
    part       text        not null check (part in ('duty', 'custodian', 'escrow')),
    suite      text        not null,
    public_key bytea       not null,
    salt       bytea       not null,
    wrapped    bytea       not null,
    made_at    timestamptz not null,
    lost_at    timestamptz
);
create unique index one_pair_at_a_time on tipoff.key_pair (account) where lost_at is null;

-- What the teller needs. lookup is a hash of the receipt code; the teller's private key lies under code and word together.
create table tipoff.receipt (
    matter_id  uuid  primary key,
    lookup     bytea not null unique,
    suite      text  not null,
    public_key bytea not null,
    salt       bytea not null,
    wrapped    bytea not null,
    until      date  not null
);

-- What was told, who told it, and what was written to and fro: ciphertext of rounded length, each under a key of its own.
create table tipoff.envelope (
    matter_id   uuid  not null,
    place       int   not null,
    compartment text  not null check (compartment in ('narrative', 'identity', 'answer', 'question')),
    written_on  date  not null,
    unit        text  not null,
    suite       text  not null,
    body        bytea not null,
    primary key (matter_id, place)
);

-- An envelope's key sealed to one pair of keys: whole, or one of two halves that open nothing alone.
create table tipoff.share (
    matter_id uuid  not null,
    place     int   not null,
    half      int   not null check (half in (0, 1, 2)),
    key_id    uuid  not null,
    unit      text  not null,
    sealed    bytea not null,
    primary key (matter_id, place, half, key_id)
);
create index share_by_key on tipoff.share (key_id);

-- A file as it came, encrypted in pieces on the disk under a key that lies in the narrative.
create table tipoff.file (
    id        uuid primary key,
    matter_id uuid not null,
    place     int  not null,
    unit      text not null
);
create index file_by_matter on tipoff.file (matter_id);

alter table tipoff.key_pair enable row level security;
alter table tipoff.key_pair force row level security;
alter table tipoff.receipt enable row level security;
alter table tipoff.receipt force row level security;
alter table tipoff.envelope enable row level security;
alter table tipoff.envelope force row level security;
alter table tipoff.share enable row level security;
alter table tipoff.share force row level security;
alter table tipoff.file enable row level security;
alter table tipoff.file force row level security;

create policy reads on tipoff.key_pair for select to daxietong_reader using (unit = (select nullif(current_setting('app.unit', true), '')));
create policy reads on tipoff.envelope for select to daxietong_reader using (unit = (select nullif(current_setting('app.unit', true), '')));
create policy reads on tipoff.share for select to daxietong_reader using (unit = (select nullif(current_setting('app.unit', true), '')));
create policy reads on tipoff.file for select to daxietong_reader using (unit = (select nullif(current_setting('app.unit', true), '')));

create policy writes on tipoff.key_pair to daxietong_writer using (true) with check (true);
create policy writes on tipoff.receipt to daxietong_writer using (true) with check (true);
create policy writes on tipoff.envelope to daxietong_writer using (true) with check (true);
create policy writes on tipoff.share to daxietong_writer using (true) with check (true);
create policy writes on tipoff.file to daxietong_writer using (true) with check (true);

grant select on tipoff.key_pair, tipoff.envelope, tipoff.share, tipoff.file to daxietong_reader;
grant select, insert, update on tipoff.key_pair to daxietong_writer;
grant select, insert on tipoff.receipt, tipoff.envelope, tipoff.share, tipoff.file to daxietong_writer;
-- The custodian's half, lent for one opening, is taken back afterwards.
grant delete on tipoff.share to daxietong_writer;
