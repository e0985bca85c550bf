-- What is asked and written for every advertisement, in functions of this language: they keep the plans
-- of their statements for as long as a connection lives. What a client sends is planned each time, since
-- the proxy would pin a connection that has prepared it, and planning the first took as long as running
-- it. A plan made while a table was empty would read all of it for ever: here an index is always right.

-- What homes of one kind cost for each square foot: in a ZIP code, or in the market, if it has too few.
-- The first so many in the order of their ids; the numbers are those of `Level`.
create function level_around(
  itself uuid, code text, place text, kind text, out homes integer, out median bigint)
language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  select count(*), percentile_disc(0.5) within group (order by cost) into homes, median
  from (
    select price_minor_units / living_area_sqft as cost
    from advertisements
    where zip = code and property_type = kind and lead_id <> itself
      and price_minor_units is not null and living_area_sqft > 0
    order by listing_id limit 60) as near;
  if homes >= 8 then
    return;
  end if;
  select count(*), percentile_disc(0.5) within group (order by cost) into homes, median
  from (
    select price_minor_units / living_area_sqft as cost
    from advertisements
    where market = place and property_type = kind and lead_id <> itself
      and price_minor_units is not null and living_area_sqft > 0
    order by listing_id limit 60) as wide;
end $$;

-- What homes cost around a lead, and, in a row each, the advertisements of other leads that share what
-- counts with its marks, or with those that are given, if nobody has filed it: a phrase or a photo that
-- more than fifty have is nobody's own, and of those with one contact or account fifty are looked at
-- (`Standings`); phrases count from seven in common (`HomeText`). If there is none, a row without.
create function standing_around(
  itself uuid, given_marks uuid[], given_kinds text[], given_names uuid[], code text, place text,
  of_type text)
returns table (
  homes integer, median bigint, lead_id uuid, texts integer, photo boolean, contact boolean,
  account boolean, renamed boolean, known boolean, first_seen_at timestamptz, street text, zip text,
  state text, price_minor_units bigint, bedrooms integer, living_area_sqft integer)
language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  level record;
  own_marks uuid[] := given_marks;
  own_kinds text[] := given_kinds;
  own_names uuid[] := given_names;
begin
  level := level_around(itself, code, place, of_type);
  if given_marks is null then
    select array_agg(mark), array_agg(kind), array_agg(name) into own_marks, own_kinds, own_names
    from (
      select distinct marks.mark, marks.kind, marks.name
      from advertisements join marks using (listing_id)
      where advertisements.lead_id = itself) as own;
  end if;
  return query
  with sharing as (
    select other.listing_id,
      count(distinct other.mark) filter (where own.kind = 'text')::integer as texts,
      bool_or(own.kind = 'photo') as photo,
      bool_or(own.kind = 'contact') as contact,
      bool_or(own.kind = 'account') as account,
      coalesce(bool_or(own.name <> other.name) and not bool_or(own.name = other.name), false)
        as renamed
    from unnest(own_marks, own_kinds, own_names) as own (mark, kind, name) cross join lateral (
      select listing_id, mark, name, count(*) over () as having
      from (
        select listing_id, mark, name from marks where marks.mark = own.mark limit 51) as few
      ) as other
    where own.kind in ('contact', 'account') or other.having <= 50
    group by other.listing_id
    having bool_or(own.kind <> 'text')
      or count(distinct other.mark) filter (where own.kind = 'text') >= 7
  )
  select level.homes, level.median, one.lead_id, sharing.texts, sharing.photo, sharing.contact,
    sharing.account, sharing.renamed,
    exists (
      select from advertisements as each
      where each.lead_id = one.lead_id and each.person_id is not null),
    one.first_seen_at, one.street, one.zip, one.state, one.price_minor_units, one.bedrooms,
    one.living_area_sqft
  from sharing join advertisements as one using (listing_id)
  where one.lead_id <> itself;
  if not found then
    homes := level.homes;
    median := level.median;
    return next;
  end if;
end $$;

-- Writes an advertisement as it was last seen, under its lead, with all that is kept beside it. A repeat
-- overwrites what was seen, and keeps the lead, the first sight and the match.
create function file_advertisement(
  lead_version bigint, lead_keys uuid[], edge_model integer, others uuid[], other_leads uuid[],
  joins boolean[], weights real[], evidences text[], seller_keys uuid[], own_marks uuid[],
  own_kinds text[], own_names uuid[],
  the_listing_id uuid, the_lead_id uuid, the_page_id uuid, the_market text, the_source text,
  the_source_listing_id text, the_url text, the_title text, the_description text,
  the_price_minor_units bigint, the_price_currency text, the_property_type text, the_bedrooms
  integer, the_bathrooms numeric, the_living_area_sqft integer, the_lot_size_sqft integer,
  the_year_built integer, the_listed_on date, the_photo_urls text[], the_mls_number text,
  the_street text, the_unit text, the_city text, the_state text, the_zip text, the_latitude double
  precision, the_longitude double precision, the_accuracy text, the_contact text, the_observed_at
  timestamptz, the_first_seen_at timestamptz, the_match_score integer, the_match_evidence text[],
  the_match_model integer, the_person_id uuid)
returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  insert into leads (id, version) values (the_lead_id, lead_version)
  on conflict (id) do update
    set version = excluded.version, changed_at = clock_timestamp()
    where leads.version < excluded.version;
  insert into advertisements (
    listing_id, lead_id, page_id, market, source, source_listing_id, url, title, description,
    price_minor_units, price_currency, property_type, bedrooms, bathrooms, living_area_sqft,
    lot_size_sqft, year_built, listed_on, photo_urls, mls_number, street, unit, city, state,
    zip, latitude, longitude, accuracy, contact, observed_at, first_seen_at, match_score,
    match_evidence, match_model, person_id)
  values (
    the_listing_id, the_lead_id, the_page_id, the_market, the_source, the_source_listing_id,
    the_url, the_title, the_description, the_price_minor_units, the_price_currency,
    the_property_type, the_bedrooms, the_bathrooms, the_living_area_sqft, the_lot_size_sqft,
    the_year_built, the_listed_on, the_photo_urls, the_mls_number, the_street, the_unit,
    the_city, the_state, the_zip, the_latitude, the_longitude, the_accuracy, the_contact,
    the_observed_at, the_first_seen_at, the_match_score, the_match_evidence, the_match_model,
    the_person_id)
  on conflict (listing_id) do update set
    page_id = excluded.page_id, url = excluded.url, title = excluded.title,
    description = excluded.description, price_minor_units = excluded.price_minor_units,
    price_currency = excluded.price_currency, property_type = excluded.property_type,
    bedrooms = excluded.bedrooms, bathrooms = excluded.bathrooms,
    living_area_sqft = excluded.living_area_sqft, lot_size_sqft = excluded.lot_size_sqft,
    year_built = excluded.year_built, listed_on = excluded.listed_on,
    photo_urls = excluded.photo_urls, mls_number = excluded.mls_number, street = excluded.street,
    unit = excluded.unit, city = excluded.city, state = excluded.state, zip = excluded.zip,
    latitude = excluded.latitude, longitude = excluded.longitude, accuracy = excluded.accuracy,
    contact = excluded.contact, observed_at = excluded.observed_at, person_id = excluded.person_id;
  insert into blocking_keys (key, lead_id)
  select key, the_lead_id from unnest(lead_keys) as key
  on conflict do nothing;
  if cardinality(others) > 0 then
    insert into edges (listing_id, other_id, lead_id, joined, bits, evidence, model)
    select the_listing_id, other, lead, joined, bits, string_to_array(evidence, ' '), edge_model
    from unnest(others, other_leads, joins, weights, evidences)
      as edge (other, lead, joined, bits, evidence)
    on conflict do nothing;
  end if;
  if the_person_id is not null then
    insert into person_keys (key, person_id)
    select key, the_person_id from unnest(seller_keys) as key
    on conflict (key) do update set person_id = excluded.person_id
      where person_keys.person_id <> excluded.person_id;
  end if;
  delete from marks where listing_id = the_listing_id and mark <> all (own_marks);
  insert into marks (listing_id, mark, kind, name)
  select the_listing_id, mark, kind, name
  from unnest(own_marks, own_kinds, own_names) as seen (mark, kind, name)
  on conflict (mark, listing_id) do update set name = excluded.name
    where marks.name is distinct from excluded.name;
end $$;
