-- A key counts only when a holder of another unit has confirmed whose it is.
alter table tipoff.key_pair add column confirmed_by text;
