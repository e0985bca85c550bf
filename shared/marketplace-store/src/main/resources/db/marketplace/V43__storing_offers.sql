-- Keeps an offer with its slots and its contact, unless a newer version of it is kept or the lead has
-- ended. Says whether it did. Sent by a client, the statement was planned for each lead, for longer than
-- it ran; a function of this language keeps its plans for as long as a connection lives.
create function store_offer(
  the_lead_id uuid, the_offer_id uuid, the_version bigint, the_correlation_id uuid,
  the_standing text, the_revision integer, the_market text, the_listings integer,
  the_latitude double precision, the_longitude double precision, the_headline text, the_teaser text,
  the_has_phone boolean, the_has_email boolean, the_quality_reasons jsonb, the_fraud integer,
  the_exclusive_price bigint, the_price_book text, the_price_reasons jsonb, the_currency text,
  the_listing_id uuid, the_source text, the_url text, the_title text, the_description text,
  the_listed_on date, the_photo_urls text[], the_observed_at timestamptz, the_street text,
  the_unit text, the_city_name text, the_state text, the_zip text, the_bedrooms integer,
  the_bathrooms numeric, the_living_area_sqft integer, the_lot_size_sqft integer,
  the_year_built integer, the_words text[], the_city text, the_type text, the_beds text,
  the_price_band text, the_quality_band text, the_sources text[], the_price bigint,
  the_asking bigint, the_quality integer, the_first_seen bigint, the_cell integer,
  the_grid_row integer, the_grid_column integer, slot_count integer, sealed_contact text)
returns boolean language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  -- On sale again is on sale anew: nobody could take it in between.
  insert into offers (
    lead_id, offer_id, version, correlation_id, standing, revision, market, listings, latitude,
    longitude, headline, teaser, has_phone, has_email, quality_reasons, fraud, exclusive_price,
    price_book, price_reasons, currency, listing_id, source, url, title, description, listed_on,
    photo_urls, observed_at, street, unit, city_name, state, zip, bedrooms, bathrooms,
    living_area_sqft, lot_size_sqft, year_built, words, city, type, beds, price_band, quality_band,
    sources, price, asking, quality, first_seen, cell, grid_row, grid_column)
  select
    the_lead_id, the_offer_id, the_version, the_correlation_id, the_standing, the_revision,
    the_market, the_listings, the_latitude, the_longitude, the_headline, the_teaser, the_has_phone,
    the_has_email, the_quality_reasons, the_fraud, the_exclusive_price, the_price_book,
    the_price_reasons, the_currency, the_listing_id, the_source, the_url, the_title,
    the_description, the_listed_on, the_photo_urls, the_observed_at, the_street, the_unit,
    the_city_name, the_state, the_zip, the_bedrooms, the_bathrooms, the_living_area_sqft,
    the_lot_size_sqft, the_year_built, the_words, the_city, the_type, the_beds, the_price_band,
    the_quality_band, the_sources, the_price, the_asking, the_quality, the_first_seen, the_cell,
    the_grid_row, the_grid_column
  where not exists (
    select from ended_leads e where e.lead_id = the_lead_id and e.version >= the_version)
  on conflict (lead_id) do update set
    offer_id = excluded.offer_id, version = excluded.version,
    correlation_id = excluded.correlation_id, standing = excluded.standing,
    revision = excluded.revision, market = excluded.market, listings = excluded.listings,
    latitude = excluded.latitude, longitude = excluded.longitude, headline = excluded.headline,
    teaser = excluded.teaser, has_phone = excluded.has_phone, has_email = excluded.has_email,
    quality_reasons = excluded.quality_reasons, fraud = excluded.fraud,
    exclusive_price = excluded.exclusive_price, price_book = excluded.price_book,
    price_reasons = excluded.price_reasons, currency = excluded.currency,
    listing_id = excluded.listing_id, source = excluded.source, url = excluded.url,
    title = excluded.title, description = excluded.description, listed_on = excluded.listed_on,
    photo_urls = excluded.photo_urls, observed_at = excluded.observed_at, street = excluded.street,
    unit = excluded.unit, city_name = excluded.city_name, state = excluded.state,
    zip = excluded.zip, bedrooms = excluded.bedrooms, bathrooms = excluded.bathrooms,
    living_area_sqft = excluded.living_area_sqft, lot_size_sqft = excluded.lot_size_sqft,
    year_built = excluded.year_built, words = excluded.words, city = excluded.city,
    type = excluded.type, beds = excluded.beds, price_band = excluded.price_band,
    quality_band = excluded.quality_band, sources = excluded.sources, price = excluded.price,
    asking = excluded.asking, quality = excluded.quality, first_seen = excluded.first_seen,
    cell = excluded.cell, grid_row = excluded.grid_row, grid_column = excluded.grid_column,
    changed_at = clock_timestamp(),
    gone_at = case when excluded.standing = 'WITHDRAWN' then offers.gone_at end,
    published_at = case when offers.standing = 'ON_SALE' then offers.published_at else clock() end
    where offers.version < excluded.version;
  if not found then
    return false;
  end if;
  if the_standing = 'ON_SALE' then
    if not exists (select from slots s where s.lead_id = the_lead_id) then
      insert into slots (lead_id, slot_no)
      select the_lead_id, slot_no from generate_series(1, slot_count) as slot_no
      on conflict do nothing;
    end if;
    insert into contacts (lead_id, sealed) values (the_lead_id, sealed_contact)
    on conflict (lead_id) do update set sealed = excluded.sealed;
  end if;
  return true;
end $$;
