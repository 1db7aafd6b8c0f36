-- Which units are after a person, firm, plate or phone now, and nobody once the matter is over: so that two of them are told of each other
-- (方案三（二）) however many closed matters and matters of their own stand under the same digest.
alter table matter.subject add column at_work text[] not null default '{}';

-- The owner too is held by the policies, and none lets it write.
alter table matter.subject no force row level security;
update matter.subject s
   set at_work = w.units
  from (select m.id, array_agg(distinct p.one ->> 'unit' order by p.one ->> 'unit') as units
          from matter.matter m
          cross join lateral jsonb_array_elements(m.snapshot::jsonb -> 'participants') p (one)
         where m.kind in ('lead', 'case', 'operation', 'joint_case')
           -- A tip-off's subjects are told to nobody (方案三（六）).
           and not (m.kind = 'lead' and m.snapshot::jsonb -> 'state' ->> 'source' = 'tipoff')
           and exists (select from matter.inbox i where i.matter_id = m.id and not i.closed)
           and p.one ->> 'until' is null
           and p.one ->> 'unit' <> 'OFFICE'
           and p.one ->> 'role' in ('owner', 'assignee', 'sender', 'receiver', 'authority', 'member', 'case_unit', 'taker')
         group by m.id) w
 where s.matter_id = w.id;
alter table matter.subject force row level security;

create index subject_at_work on matter.subject (digest) include (matter_id, at_work) where at_work <> '{}';
