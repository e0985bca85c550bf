-- Leads go to mail addresses, too, once whoever reads there has agreed. Until then such an endpoint is
-- off, and nothing but the letter that asks is sent there.

-- expand-only: the same rules with one more kind and one more reason
alter table endpoints drop constraint endpoints_kind_check;
alter table endpoints add constraint endpoints_kind_check
  check (kind in ('WEBHOOK', 'HUBSPOT', 'FOLLOW_UP_BOSS', 'SALESFORCE', 'EMAIL'));
alter table endpoints drop constraint endpoints_off_reason_check;
alter table endpoints add constraint endpoints_off_reason_check
  check (off_reason in ('GONE', 'FAILING', 'UNCONFIRMED'));

-- As before, but nothing waits for an address that nobody has agreed to: it would be given up as lost.
create or replace function announce_line() returns trigger language plpgsql as $$
begin
  insert into deliveries (delivery_id, endpoint_id, order_line_id, due_at, created_at)
  select md5(e.endpoint_id::text || new.order_line_id::text)::uuid, e.endpoint_id, new.order_line_id,
    clock(), clock()
  from orders o join endpoints e on e.team_id = o.team_id and e.removed_at is null
  where o.order_id = new.order_id and e.off_reason is distinct from 'UNCONFIRMED';
  return null;
end $$;
