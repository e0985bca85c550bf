package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.fetching.FetchEvidences;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The function on a real database, and what the rest of the product would have filed there.
final class PrivacyDesk implements BeforeEachCallback, AfterEachCallback {

  static final String PHONE = "{\"phones\":[\"+13059582368\"],\"reason\":\"asked by letter\"}";

  private static final String KEY = "A".repeat(43) + "=";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final PostgresService postgres;
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context;
  private final Operator operator;

  PrivacyDesk(PostgresService postgres, FakeIssuer issuer) {
    this.postgres = postgres;
    this.context =
        TestFunction.start(
            "acquisition",
            "oversee-privacy",
            queues,
            Map.of(
                "aiqleads.access",
                "POST /suppressions=acquisition:admin;POST /suppressions/lifting=acquisition:admin;"
                    + "GET /suppressions=acquisition:admin;POST /erasures=acquisition:admin;"
                    + "GET /erasures/{id}=acquisition:admin;POST /disclosures=acquisition:admin;"
                    + "GET /leads/{id}/passport=marketplace:read;POST /consents=acquisition:admin;"
                    + "POST /scrubs=acquisition:admin;GET /deletions=acquisition:admin;"
                    + "POST /suppressions/pages=acquisition:admin;"
                    + "POST /suppressions/pages/lifting=acquisition:admin",
                "aiqleads.routes",
                "LeadResolved=acquisition-score-lead;LeadEnded=marketplace-publish-lead;"
                    + "ErasureAsked=acquisition-erase-person",
                "aiqleads.issuer",
                issuer.address()));
    this.operator =
        new Operator(() -> new OverseePrivacyHandler(context), issuer, "acquisition:admin");
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    postgres.clear();
    context.registerSingleton(
        FetchEvidences.class,
        (FetchEvidences)
            key ->
                key.equals("craigslist/ab/key.gz")
                    ? Optional.of(
                        new FetchEvidence(
                            NOON, 200, "0123", NOON.minusSeconds(1), "Allow: /d/", "user_1"))
                    : Optional.empty());
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    context.close();
  }

  ApplicationContext context() {
    return context;
  }

  Operator operator() {
    return operator;
  }

  FakeQueues queues() {
    return queues;
  }

  void file(Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(advertisement), Set.of(), Set.of());
              return resolution.resolve(advertisement);
            });
  }

  void end(Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    ListingId listing = advertisement.listing().id();
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(), Set.of(), Set.of(listing));
              return resolution.end(listing, Instant.now());
            });
  }

  /// The same home on another site, with these ways to reach whoever advertises it.
  static Advertisement elsewhere(Phone... phones) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT),
        LeadFixtures.anAddress(),
        new Contact(null, List.of(phones), List.of(), List.of()));
  }

  List<String> texts(String sql) {
    return new Database(postgres.administrator()).query(sql, _ -> {}, row -> row.getString(1));
  }
}
