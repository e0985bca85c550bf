package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is erased stands in its row, sealed, only until it is done.
final class PostgresErasures implements Erasures {

  private static final String COUNT =
      """
      insert into erasure_places (erasure_id, place, erased, left_over) values (?, ?, ?, ?)
      on conflict (erasure_id, place) do update
        set erased = erasure_places.erased + excluded.erased, left_over = excluded.left_over
      """;

  private static final String BEFORE =
      """
      select id from erasures
      where subject = ? and id <> ? and finished_at is not null
      order by finished_at desc limit 1
      """;

  private final Database database;
  private final BlindKeys hashes;
  private final Supplier<FieldCipher> cipher;
  private final ObjectMapper json;

  @Serdeable
  record Clear(List<String> phones, List<String> emails, List<ClearAddress> addresses) {}

  @Serdeable
  record ClearAddress(
      String street, @Nullable String unit, String city, String state, String zip) {}

  @Serdeable
  record ClearUrls(List<String> urls) {}

  PostgresErasures(
      Database database, BlindKeys hashes, Supplier<FieldCipher> cipher, ObjectMapper json) {
    this.database = database;
    this.hashes = hashes;
    this.cipher = cipher;
    this.json = json;
  }

  @Override
  public void begin(CorrelationId id, Person person, Wish wish) {
    database.update(
        "insert into erasures (id, subject, asked_by, reason, asked_at, person)"
            + " values (?, ?, ?, ?, ?, ?)",
        row -> {
          row.setObject(1, id.value());
          row.setObject(2, hashes.of(person));
          row.setString(3, wish.by());
          row.setString(4, wish.reason());
          row.setObject(5, wish.at().atOffset(ZoneOffset.UTC));
          row.setString(6, sealed(clear(person)));
        });
  }

  @Override
  public Optional<Open> open(CorrelationId id) {
    return database.queryOne(
        "select person, urls, asked_at from erasures where id = ? and finished_at is null",
        find -> find.setObject(1, id.value()),
        this::open);
  }

  private Open open(ResultSet row) throws SQLException {
    String urls = row.getString("urls");
    return new Open(
        person(opened(row.getString("person"), Clear.class)),
        urls == null ? Set.of() : Set.copyOf(opened(urls, ClearUrls.class).urls()),
        instant(row, "asked_at"));
  }

  @Override
  public Optional<State> state(CorrelationId id) {
    List<Place> places =
        database.query(
            "select place, erased, left_over from erasure_places where erasure_id = ?",
            find -> find.setObject(1, id.value()),
            row -> new Place(row.getString(1), row.getLong(2), row.getLong(3)));
    return database.queryOne(
        "select subject, asked_at from erasures where id = ?",
        find -> find.setObject(1, id.value()),
        row -> {
          UUID subject = row.getObject("subject", UUID.class);
          return new State(subject, instant(row, "asked_at"), places, before(subject, id));
        });
  }

  private Optional<CorrelationId> before(UUID subject, CorrelationId id) {
    return database.queryOne(
        BEFORE,
        find -> {
          find.setObject(1, subject);
          find.setObject(2, id.value());
        },
        row -> new CorrelationId(row.getObject("id", UUID.class)));
  }

  @Override
  public void remember(CorrelationId id, Set<String> urls, Set<LeadId> awaited) {
    database.update(
        "update erasures set urls = ?, awaited = ? where id = ?",
        row -> {
          row.setString(1, sealed(new ClearUrls(List.copyOf(urls))));
          Parameters.array(row, 2, "uuid", awaited.stream().map(LeadId::value).toArray());
          row.setObject(3, id.value());
        });
  }

  @Override
  public void count(CorrelationId id, Place place) {
    database.update(
        COUNT,
        row -> {
          row.setObject(1, id.value());
          row.setString(2, place.name());
          row.setLong(3, place.erased());
          row.setLong(4, place.left());
        });
  }

  @Override
  public void lookedEverywhere(CorrelationId id) {
    database.update(
        "update erasures set looked = true where id = ?", row -> row.setObject(1, id.value()));
  }

  @Override
  public void confirm(CorrelationId id, LeadId lead) {
    database.update(
        "update erasures set awaited = array_remove(awaited, ?) where id = ?",
        row -> {
          row.setObject(1, lead.value());
          row.setObject(2, id.value());
        });
  }

  @Override
  public boolean isWhole(CorrelationId id) {
    return !database
        .query(
            "select 1 from erasures where id = ? and looked and awaited = '{}'"
                + " and finished_at is null for update",
            find -> find.setObject(1, id.value()),
            row -> row.getInt(1))
        .isEmpty();
  }

  @Override
  public void finish(CorrelationId id, Signed report) {
    database.update(
        "update erasures set person = null, urls = null, finished_at = ?, report = ?,"
            + " signature = ? where id = ?",
        row -> {
          row.setObject(1, report.finishedAt().atOffset(ZoneOffset.UTC));
          row.setString(2, report.text());
          row.setString(3, report.signature());
          row.setObject(4, id.value());
        });
  }

  @Override
  public Optional<Signed> report(CorrelationId id) {
    return database.queryOne(
        "select report, signature, finished_at from erasures"
            + " where id = ? and finished_at is not null",
        find -> find.setObject(1, id.value()),
        row ->
            new Signed(
                row.getString("report"), row.getString("signature"), instant(row, "finished_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Clear clear(Person person) {
    return new Clear(
        person.phones().stream().map(Phone::e164).toList(),
        person.emails().stream().map(Email::address).toList(),
        person.addresses().stream()
            .map(at -> new ClearAddress(at.street(), at.unit(), at.city(), at.state(), at.zip()))
            .toList());
  }

  private static Person person(Clear clear) {
    return new Person(
        clear.phones().stream().map(Phone::new).collect(Collectors.toSet()),
        clear.emails().stream().map(Email::new).collect(Collectors.toSet()),
        clear.addresses().stream()
            .map(at -> new Address(at.street(), at.unit(), at.city(), at.state(), at.zip()))
            .collect(Collectors.toSet()));
  }

  private String sealed(Object clear) {
    try {
      return cipher.get().encrypt(json.writeValueAsString(clear));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write who is erased", e);
    }
  }

  private <T> T opened(String sealed, Class<T> type) {
    try {
      return json.readValue(cipher.get().decrypt(sealed), type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read who is erased", e);
    }
  }
}
