-- Where teams want the leads that they buy. Removed ones stay, for what was delivered to them.
create table endpoints (
  endpoint_id    uuid        primary key,
  team_id        uuid        not null references buyers,
  address        text        not null check (length(address) between 1 and 500),
  -- Sealed as contacts are. With the one before, deliveries are signed for a while longer.
  secret         text        not null,
  earlier_secret text,
  earlier_until  timestamptz,
  added_at       timestamptz not null,
  removed_at     timestamptz,
  -- In a row, and since when.
  failures       integer     not null default 0 check (failures >= 0),
  failing_since  timestamptz,
  off_reason     text        check (off_reason in ('GONE', 'FAILING')),
  off_at         timestamptz,
  check ((failures = 0) = (failing_since is null)),
  check ((off_reason is null) = (off_at is null))
);

create unique index endpoints_of_team on endpoints (team_id, address) where removed_at is null;

-- One bought lead on its way to one endpoint.
create table deliveries (
  delivery_id   uuid        primary key,
  endpoint_id   uuid        not null references endpoints,
  -- Of a test there is none.
  order_line_id uuid        references order_lines,
  state         text        not null default 'DUE' check (state in ('DUE', 'DELIVERED', 'GIVEN_UP')),
  attempts      integer     not null default 0 check (attempts >= 0),
  due_at        timestamptz not null,
  -- Until then nobody else is called for it, or takes it.
  called_until  timestamptz,
  taken_until   timestamptz,
  turn          integer     not null default 0,
  answer        text,
  created_at    timestamptz not null,
  ended_at      timestamptz,
  unique (endpoint_id, order_line_id),
  check ((state = 'DUE') = (ended_at is null))
);

create index deliveries_due on deliveries (due_at) where state = 'DUE';
create index deliveries_of_line on deliveries (order_line_id);
create index deliveries_of_endpoint on deliveries (endpoint_id, created_at desc);

-- Whatever buys a lead, its delivery is written down in the same transaction. Asked for again, it is
-- the same delivery.
create function announce_line() returns trigger language plpgsql as $$
begin
  insert into deliveries (delivery_id, endpoint_id, order_line_id, due_at, created_at)
  select md5(e.endpoint_id::text || new.order_line_id::text)::uuid, e.endpoint_id, new.order_line_id,
    clock(), clock()
  from orders o join endpoints e on e.team_id = o.team_id and e.removed_at is null
  where o.order_id = new.order_id;
  return null;
end $$;

create trigger lines_are_announced after insert on order_lines
  for each row execute function announce_line();
