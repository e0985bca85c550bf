-- When the repricing was due that last changed an offer, a segment or what is usual: asked for twice,
-- or again after a failure, the same repricing changes each of them once.
alter table offers add column repriced_for timestamptz;
alter table segments add column measured_for timestamptz;
alter table usual add column measured_for timestamptz;

-- Where the last run ended: the next goes on there, so that one that never has the time for all
-- still comes to each.
create table repricing (
  one       boolean primary key default true check (one),
  last_lead uuid    not null
);
