-- What is known of a lead's market when it is priced: how many of its slots are sold, for how long nobody
-- has wanted it, what its segment says. A function of this language keeps the plan of its statement for
-- as long as a connection lives; sent by a client it was planned for each lead, for longer than it ran.
-- An index is always right here, also if the plan was made while a table was empty.
create function terms_of(asked_lead uuid, asked_market text, asked_type text)
returns table (
  taken bigint, hours_unwanted bigint, supply bigint, demand bigint, response bigint, before bigint,
  before_currency text)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
  select (select count(*) from slots where slots.lead_id = o.lead_id and state = 'SOLD'),
    greatest(0, floor(extract(epoch from clock() - greatest(o.published_at,
      (select at from wanted where wanted.lead_id = o.lead_id))) / 3600))::bigint,
    g.on_sale, g.demand, g.response / 10000, o.price, o.currency
  from (select asked_lead as lead_id, asked_market as market, asked_type as type) as asked
  left join offers o on o.lead_id = asked.lead_id and o.standing = 'ON_SALE'
  left join segments g on g.market = asked.market and g.type = asked.type;
end $$;
