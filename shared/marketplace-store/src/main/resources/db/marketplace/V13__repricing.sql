-- When the repricing was due that last changed an offer, a segment or what is usual: asked for twice,
-- or again after a failure, the same repricing changes each of them once.
alter table offers add column repriced_for timestamptz;
alter table segments add column measured_for timestamptz;
alter table usual add column measured_for timestamptz;
