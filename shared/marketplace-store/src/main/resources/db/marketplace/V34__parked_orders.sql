-- Standing orders whose makers have left their teams. They are paused until somebody of the team takes
-- them over or ends them.
create table parked_orders (
  standing_order_id uuid        primary key references standing_orders,
  parked_at         timestamptz not null
);

-- Who has left a team, and when: a token may be good for some minutes more, and nothing goes on by it.
create table leavers (
  team_id uuid        not null references buyers,
  user_id uuid        not null,
  left_at timestamptz not null,
  primary key (team_id, user_id)
);

-- Whatever makes it go on, or ends it, it is parked no more.
create function unpark_order() returns trigger language plpgsql as $$
begin
  delete from parked_orders where standing_order_id = new.standing_order_id;
  return null;
end $$;

create trigger orders_are_unparked after insert on standing_terms
  for each row when (new.state <> 'PAUSED') execute function unpark_order();
