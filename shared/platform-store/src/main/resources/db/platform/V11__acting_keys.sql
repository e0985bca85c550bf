-- By which API key a program did it; empty for what people did, and for all that stands there already.
alter table audit_entries add column key_id uuid;
