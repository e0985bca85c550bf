-- What came back for leads that never arrived, until its team is told: once for all that was found.
create table untold_credits (
  return_id uuid   primary key references returns,
  team_id   uuid   not null references buyers,
  amount    bigint not null check (amount > 0),
  currency  text   not null
);

create index untold_credits_of_team on untold_credits (team_id, currency);
