-- A rate holds from a day on, which begins where the state is: a state of two zones has that of its
-- capital. What was there held ever since.
alter table tax_rates add column valid_from date not null default '-infinity';
alter table tax_rates add column time_zone text not null default 'UTC'
  check ((timestamptz '2026-01-01 00:00:00Z' at time zone time_zone) is not null);
alter table tax_rates drop constraint tax_rates_pkey;
alter table tax_rates add primary key (state, valid_from);

-- What of an order was paid with money: from what was purchased, or by card. Gifts are no revenue, and the
-- credit that a plan includes was taxed with the plan.
create function taxable_of(wanted uuid) returns bigint language sql stable as $$
  select coalesce(sum(u.amount), 0)::bigint
  from order_lines l join lot_uses u using (transfer_id) join lots using (lot_id)
  where l.order_id = wanted and lots.kind = 'TOP_UP'
$$;
