-- Leads go into customer relations systems, too. What lets us in there is sealed in the column of the
-- signing secrets.
alter table endpoints add column kind text not null default 'WEBHOOK'
  check (kind in ('WEBHOOK', 'HUBSPOT', 'FOLLOW_UP_BOSS', 'SALESFORCE'));
