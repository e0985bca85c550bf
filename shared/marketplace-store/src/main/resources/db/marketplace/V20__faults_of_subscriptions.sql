create or replace function all_faults() returns table (rule text, what text) language sql stable as $$
  select * from faults() union all select * from payment_faults() union all select * from chain_faults()
  union all select * from subscription_faults()
$$;
