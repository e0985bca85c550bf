-- The version of a lead from which on it has nothing to sell. Of no offer, if the end came before an
-- older version that would have been put on sale.
create table ended_leads (
  lead_id  uuid        primary key,
  version  bigint      not null check (version > 0),
  ended_at timestamptz not null default clock_timestamp()
);
