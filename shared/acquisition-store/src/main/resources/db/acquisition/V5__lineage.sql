-- Whence what is known of an advertisement comes, as it was parsed last: the stored page, the parser,
-- and what the page says besides, with the places where it contradicts itself.
create table lineage (
  listing_id        uuid        primary key,
  source            text        not null,
  market            text        not null,
  url               text        not null,
  page_id           uuid        not null,
  snapshot_key      text        not null,
  parser_version    text        not null,
  observed_at       timestamptz not null,
  price_minor_units bigint,
  price_currency    text        check (length(price_currency) = 3),
  price_seen_at     timestamptz,
  by_broker         boolean     not null,
  expires_at        timestamptz,
  particulars       text        not null, -- encrypted
  check ((price_minor_units is null) = (price_currency is null)),
  check ((price_minor_units is null) = (price_seen_at is null))
);
