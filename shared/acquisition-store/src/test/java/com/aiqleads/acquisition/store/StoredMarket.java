package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.CandidatePairs;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Fills the tables by COPY, as if every advertisement had been resolved as its label says.
final class StoredMarket {

  private static final int CHUNK = 5_000;

  private final Connection connection;
  private final SealedContacts contacts;
  private final BlindKeys blindKeys;
  private final Map<Integer, UUID> leads = new HashMap<>();
  private final Map<String, UUID> sellers = new HashMap<>();
  private final Set<String> heldKeys = new HashSet<>();

  private StoredMarket(Connection connection, SealedContacts contacts, BlindKeys blindKeys) {
    this.connection = connection;
    this.contacts = contacts;
    this.blindKeys = blindKeys;
  }

  /// Of a corpus the first so many.
  static void copy(
      DataSource database,
      LabelledCorpus corpus,
      int count,
      SealedContacts contacts,
      BlindKeys blindKeys)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set search_path = acquisition, pg_temp");
      // Two markets may have one phone number by chance.
      execute(connection, "create temp table new_keys (key uuid, person_id uuid) on commit drop");
      StoredMarket market = new StoredMarket(connection, contacts, blindKeys);
      List<Advertisement> all = corpus.advertisements().subList(0, count);
      for (int from = 0; from < count; from += CHUNK) {
        market.copy(all.subList(from, Math.min(count, from + CHUNK)), corpus.homes());
      }
      execute(
          connection,
          "insert into person_keys (key, person_id) select key, person_id from new_keys"
              + " on conflict do nothing");
      connection.commit();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// So that the planner knows what there is.
  static void analyse(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String table : List.of("advertisements", "blocking_keys", "person_keys", "leads")) {
        execute(connection, "vacuum analyze acquisition." + table);
      }
    }
  }

  private void copy(List<Advertisement> some, Map<ListingId, Integer> homes) {
    StringBuilder started = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    StringBuilder keys = new StringBuilder();
    StringBuilder persons = new StringBuilder();
    for (Advertisement one : some) {
      int home = homes.getOrDefault(one.listing().id(), -1);
      UUID lead = leads.get(home);
      if (lead == null) {
        lead = Ids.next(InstantSource.system());
        leads.put(home, lead);
        row(started, lead, 1);
      }
      UUID seller = seller(one, persons);
      advertisement(shown, one, lead, seller);
      addKeys(keys, one, lead);
    }
    into("leads (id, version)", started);
    into(
        "advertisements (listing_id, lead_id, page_id, market, source, source_listing_id, url,"
            + " title, description, price_minor_units, price_currency, property_type, bedrooms,"
            + " bathrooms, living_area_sqft, lot_size_sqft, year_built, listed_on, photo_urls,"
            + " mls_number, street, unit, city, state, zip, latitude, longitude, accuracy,"
            + " contact, observed_at, first_seen_at, match_score, match_evidence, match_model,"
            + " person_id)",
        shown);
    into("blocking_keys (key, lead_id)", keys);
    into("new_keys (key, person_id)", persons);
  }

  private void advertisement(
      StringBuilder rows, Advertisement one, UUID lead, @Nullable UUID seller) {
    Listing listing = one.listing();
    Property property = listing.property();
    Address address = one.address();
    row(
        rows,
        listing.id().value(),
        lead,
        one.page().value(),
        one.market(),
        listing.source().id(),
        listing.sourceListingId(),
        listing.url(),
        listing.title(),
        listing.description(),
        listing.price() == null ? null : listing.price().minorUnits(),
        listing.price() == null ? null : "USD",
        property.type().id(),
        property.bedrooms(),
        property.bathrooms(),
        property.livingAreaSqft(),
        property.lotSizeSqft(),
        property.yearBuilt(),
        listing.listedOn(),
        listing.photoUrls().stream().collect(Collectors.joining(",", "{", "}")),
        listing.mlsNumber(),
        address.street(),
        address.unit(),
        address.city(),
        address.state(),
        address.zip(),
        one.location().point().latitude(),
        one.location().point().longitude(),
        one.location().accuracy().id(),
        contacts.seal(one.contact()),
        listing.observedAt(),
        one.firstSeenAt(),
        0,
        "{}",
        2,
        seller);
  }

  /// One of each phone number, or else of each mail address.
  private @Nullable UUID seller(Advertisement one, StringBuilder rows) {
    String text =
        Stream.concat(
                one.contact().phones().stream().map(phone -> "phone|" + phone.e164()),
                one.contact().emails().stream().map(email -> "email|" + email.address()))
            .findFirst()
            .orElse("");
    if (text.isEmpty()) {
      return null;
    }
    UUID key = blindKeys.of(text);
    if (!sellers.containsKey(text)) {
      sellers.put(text, key);
      row(rows, key, key);
    }
    return key;
  }

  private void addKeys(StringBuilder rows, Advertisement one, UUID lead) {
    CandidatePairs.keys(one).stream()
        .map(blindKeys::of)
        .filter(key -> heldKeys.add(key + " " + lead))
        .forEach(key -> row(rows, key, lead));
  }

  private static void row(StringBuilder rows, @Nullable Object... values) {
    rows.append(
            Arrays.stream(values)
                .map(value -> value == null ? "\\N" : value.toString())
                .collect(Collectors.joining("\t")))
        .append('\n');
  }

  private void into(String table, StringBuilder rows) {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
    } catch (SQLException e) {
      throw new StoreFilling(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class StoreFilling extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreFilling(SQLException cause) {
      super("a table was not filled", cause);
    }
  }
}
