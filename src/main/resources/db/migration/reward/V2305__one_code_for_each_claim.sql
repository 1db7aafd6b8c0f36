-- With the receipt code it makes the voucher's code, so that the page loaded again shows the same one; it goes with the row when the voucher is good,
-- and nobody who learns a receipt afterwards can reckon the voucher from it.
alter table reward.claimable add column salt uuid not null default gen_random_uuid();
