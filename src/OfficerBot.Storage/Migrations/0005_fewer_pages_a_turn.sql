-- Of 52 pages that a commit of sixteen leads wrote, 13 were two indexes that follow neither the order of coming nor a question asked in a turn.

-- What is to be forgotten is looked for once an hour, by a reader.
drop index seen_message_by_time;

-- What is filed for one slot lies together as it came; which of it is a unit's the index still says.
drop index filing_by_slot;
create index filing_by_slot on filing (group_id, duty_id, slot, id, unit_id);
