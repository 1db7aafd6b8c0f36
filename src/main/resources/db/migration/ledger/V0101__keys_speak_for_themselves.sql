-- A key is named by its own hash; a date beside it could be altered unseen. The first checkpoint that it signed says since when it signs.
alter table ledger.signing_key drop column since;
