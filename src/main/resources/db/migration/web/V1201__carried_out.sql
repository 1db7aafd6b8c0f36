-- The step that a post asks for notes here, in its own transaction, which matter it was taken on. So after a crash it is known whether the post was
-- carried out, though its answer was never kept.
alter table web.idempotency add column matter uuid;
