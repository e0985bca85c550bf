-- The sandbox may be fetched, everywhere and at any time; for the laptop only. Its terms never have
-- to be read again. What somebody has decided since stays.
create temporary table sandbox_sources on commit drop as
select * from (values
  ('fsbo', 'city'), ('forsalebyowner', 'city'), ('craigslist', 'area'), ('zillow', 'market'),
  ('facebook', 'area'), ('linkedin', 'region')
) as seed (source, naming);

create temporary table sandbox_places on commit drop as
select * from (values
  ('miami-fl',   'Miami, FL',   'miami',   'Miami, Florida, United States'),
  ('austin-tx',  'Austin, TX',  'austin',  'Austin, Texas, United States'),
  ('phoenix-az', 'Phoenix, AZ', 'phoenix', 'Phoenix, Arizona, United States'),
  ('atlanta-ga', 'Atlanta, GA', 'atlanta', 'Atlanta, Georgia, United States'),
  ('denver-co',  'Denver, CO',  'denver',  'Denver, Colorado, United States')
) as place (market, city, area, region);

insert into source_permits
select source, 'https://aiqleads.example/our-own-synthetic-sites', '9998-01-01T00:00:00Z',
  'https://aiqleads.example/robots.txt', 'licensed', 'the sandbox', '2026-11-01T00:00:00Z',
  '9999-01-01T00:00:00Z',
  array['address', 'contact', 'description', 'location', 'price', 'property'], 'link', 0
from sandbox_sources
on conflict do nothing;

insert into search_targets
select source, market,
  case naming when 'city' then city when 'area' then area when 'region' then region else market end,
  0, true, 'the sandbox', '2026-11-01T00:00:00Z'
from sandbox_sources, sandbox_places
on conflict do nothing;
