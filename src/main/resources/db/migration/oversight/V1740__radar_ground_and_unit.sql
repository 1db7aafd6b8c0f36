-- A ground and a unit together, by either order, walk one index instead of sifting all of the ground's or all of the unit's lines.
create index radar_ground_unit_since on oversight.radar (overseer, ground, unit_id, since, matter_id);
create index radar_ground_unit_due on oversight.radar (overseer, ground, unit_id, due_key, matter_id);
