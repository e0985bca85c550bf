-- Deliveries that are lost: they are tried no more, and nobody can have seen their lead by them. Of
-- a lead that nobody has seen in the console either, the price goes back.

-- expand-only: the same rule with one more reason
alter table returns drop constraint returns_reason_check;
alter table returns add constraint returns_reason_check check (reason in (
  'BAD_PHONE', 'BOUNCED_EMAIL', 'DUPLICATE', 'LISTING_GONE', 'FRAUD', 'OUT_OF_AREA', 'WRONG_PERSON',
  'UNDELIVERED'));

create or replace function frees_slot(reason text) returns boolean language sql immutable as $$
  select reason in ('DUPLICATE', 'OUT_OF_AREA', 'UNDELIVERED')
$$;

-- Whether some try may have shown the lead, whatever was answered. Of those before nobody knows.
alter table deliveries add column reached boolean not null default true;
alter table deliveries alter column reached set default false;
alter table deliveries add column lost_at timestamptz
  check (lost_at is null or (state = 'GIVEN_UP' and not reached));

create index deliveries_lost on deliveries (order_line_id) where lost_at is not null;

-- When somebody of the team first saw the seller of a lead, other than by a delivery.
create table openings (
  order_line_id uuid        primary key references order_lines,
  opened_at     timestamptz not null
);
