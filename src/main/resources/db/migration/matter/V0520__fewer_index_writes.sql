-- Every step moves a matter's time in the inbox of each unit that sees it, and so writes every index of those rows anew: one key by matter and
-- unit serves where a key by unit and matter and an index by matter stood.
alter table matter.inbox drop constraint inbox_pkey, add primary key (matter_id, unit_id);
drop index matter.inbox_matter;

-- A step changes no indexed column of its matter; room on the page for its next version spares all indexes, the one for searching foremost.
alter table matter.matter set (fillfactor = 75);
