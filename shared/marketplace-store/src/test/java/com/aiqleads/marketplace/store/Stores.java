package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.SearchService;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The adapters, made by hand over the services of a test.
final class Stores {
  static final ObjectMapper JSON =
      ApplicationContext.builder()
          .deduceEnvironment(false)
          .eagerInitSingletons(false)
          .start()
          .getBean(ObjectMapper.class);
  static final ReasonsJson REASONS = new ReasonsJson(JSON);
  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  static final SealedContacts CONTACTS = new SealedContacts(() -> CIPHER, JSON);

  private Stores() {}

  static Database database(PostgresService postgres) {
    return new Database(postgres.dataSource());
  }

  /// For as many as come at once: who is late waits for a connection, and not for a server that
  /// takes no more.
  static HikariDataSource pool(DataSource source, int size) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
    return new HikariDataSource(pool);
  }

  /// By which holds end.
  static Instant clock(Database database) {
    return database
        .query(
            "select clock()",
            Parameters.of(),
            row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .getFirst();
  }

  static Offers offers(Database database) {
    return new PostgresOffers(database, CONTACTS, REASONS);
  }

  static Storefront storefront(Database database) {
    return new PostgresStorefront(database, CONTACTS, REASONS);
  }

  static void putOnSale(Database database, List<Offer> offers) {
    Offers store = offers(database);
    database.inTransaction(
        () -> {
          offers.forEach(offer -> store.store(offer, Standing.ON_SALE));
          return offers.size();
        });
  }

  static OpenSearch openSearch(URI endpoint) {
    var client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(20))
            .socketTimeout(Duration.ofSeconds(20))
            .build();
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    return new OpenSearch(new SignedHttp(endpoint, "us-east-1", credentials, client), JSON);
  }

  static OpenSearchLeadIndex index(SearchService search, String alias) {
    return new OpenSearchLeadIndex(
        openSearch(search.endpoint()),
        new IndexNames(alias),
        SearchStore.mapping(JSON),
        InstantSource.system());
  }

  /// Written and, other than in life, to be found at once.
  static void index(SearchService search, String alias, List<Offer> offers) {
    index(search, alias)
        .apply(
            offers.stream()
                .<IndexChange>map(offer -> new IndexChange.Put(SearchFixtures.indexed(offer)))
                .toList());
    refresh(search, alias);
  }

  static void refresh(SearchService search, String alias) {
    openSearch(search.endpoint()).post("/" + alias + "/_refresh");
  }
}
