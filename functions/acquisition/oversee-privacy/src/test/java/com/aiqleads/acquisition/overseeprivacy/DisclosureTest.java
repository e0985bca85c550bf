package com.aiqleads.acquisition.overseeprivacy;

import static com.aiqleads.acquisition.overseeprivacy.PrivacyDesk.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadSplit;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a seller is told who asks what is held of them.
class DisclosureTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();

  @RegisterExtension final PrivacyDesk desk = new PrivacyDesk(postgres, ISSUER);

  private final ApplicationContext context = desk.context();
  private final Operator operator = desk.operator();
  private final Advertisement hers = LeadFixtures.anAdvertisement();

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void tellsOfTheHomeAndOfAllThatItsPageSays() {
    desk.file(hers);
    keep(hers.listing().id(), "laundry", "w/d in unit");

    assertThat(told())
        .contains("\"latitude\":25.7539", "\"bedrooms\":3", "\"https://fsbo.com/5\"")
        .contains("\"attributes\":{\"laundry\":\"w/d in unit\"}")
        .contains("\"sellerUrl\":\"https://www.craigslist.org/search?userpostingid=1\"")
        .contains("\"snapshotKey\":\"craigslist/ab/key.gz\"")
        .contains("\"listingId\":\"" + hers.listing().id().text() + "\",\"source\":\"craigslist\"");
  }

  @Test
  void tellsOfWhatBecameNoLead() {
    keep(Listing.idOf(Source.CRAIGSLIST, "1"), "phone", "(305) 958-2368");
    keep(Listing.idOf(Source.CRAIGSLIST, "2"), "phone", "(305) 958-2369");
    refuse("https://fsbo.com/3059582368/");
    refuse("https://fsbo.com/3059582369/");

    assertThat(told())
        .contains("\"advertisements\":[]", "\"value\":\"(305) 958-2368\"")
        .contains("\"place\":\"postgresql acquisition.refusals\"")
        .contains("\"url\":\"https://fsbo.com/3059582368/\"", "\"step\":\"validate-lead\"")
        .doesNotContain("958-2369", "3059582369");
  }

  @Test
  void tellsWhatModelsProposedForAnAdvertisement() {
    desk.file(hers);
    propose(hers.listing().id().value(), "1468 SW 22ND TER");
    propose(new UUID(1, 1), "99 OCEAN DR");

    assertThat(told())
        .contains("\"value\":\"1468 SW 22ND TER\"", "\"model\":\"m\"")
        .doesNotContain("OCEAN");
  }

  @Test
  void ofAMessageThatWaitsOnlyWhich() {
    new Database(postgres.administrator())
        .update(
            "insert into acquisition.outbox (event_id, event, body, traceparent, pending) values"
                + " (gen_random_uuid(), 'LeadResolved', '+13059582368 and others', 't', '{}')",
            _ -> {});

    assertThat(told()).contains("\"event\":\"LeadResolved\"").doesNotContain("and others");
  }

  @Test
  void tellsOfConsentsAndLooksAlsoOfContactsThatWereNotNamed() {
    desk.file(hers);
    operator.answer(
        "POST",
        "/consents",
        "{\"who\":\"dana.whitfield@letterbox.example\",\"channel\":\"bulk_mail\","
            + "\"act\":\"given\",\"text\":\"Mail me offers\"}");
    operator.answer(
        "POST",
        "/scrubs",
        "{\"list\":\"fl\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"listed\":[\"+13059582368\"],"
            + "\"unlisted\":[\"+13059582369\"]}");

    assertThat(told())
        .contains(
            "\"consents\":[{\"who\":\"dana.whitfield@letterbox.example\","
                + "\"channel\":\"bulk_mail\",\"act\":\"given\",\"text\":\"Mail me offers\"")
        .contains(
            "\"looks\":[{\"phone\":\"+13059582368\",\"list\":\"fl\",\"listed\":true,"
                + "\"at\":\"2026-11-20T00:00:00Z\"}]");
  }

  @Test
  void namesEveryLeadAsWhichTheContactMayHaveBeenSold() {
    desk.file(LeadFixtures.anAdvertisement());
    desk.file(PrivacyDesk.elsewhere(new Phone("+13052345678")));
    LeadId before = theLead();
    LeadId part = takeOut(before, hers.listing().id());

    assertThat(told())
        .contains("{\"leadId\":\"" + part.text() + "\"}")
        .containsPattern("\\{\"leadId\":\"" + before.text() + "\",\"until\":\"2[^\"]+\"\\}");
    assertThat(operator.answer("POST", "/disclosures", PHONE.replace("9582368", "2345678")))
        .satisfies(
            answer ->
                assertThat(answer.getBody())
                    .contains("\"leads\":[{\"leadId\":\"" + before.text() + "\"}]"));
  }

  private LeadId theLead() {
    return desk.texts("select distinct lead_id::text from acquisition.advertisements").stream()
        .map(id -> new LeadId(UUID.fromString(id)))
        .findFirst()
        .orElseThrow();
  }

  private LeadId takeOut(LeadId lead, ListingId listing) {
    LeadSplit split = new LeadSplit(context.getBean(Leads.class), InstantSource.system());
    return context
        .getBean(Database.class)
        .inTransaction(
            () ->
                switch (split.split(lead, Set.of(listing), "user_1", "another home")) {
                  case LeadSplit.Outcome.Done(LeadSplit.Half _, LeadSplit.Half part) -> part.id();
                  default -> throw new AssertionError("not taken apart");
                });
  }

  private String told() {
    return operator.answer("POST", "/disclosures", PHONE).getBody();
  }

  private void refuse(String url) {
    new Database(postgres.administrator())
        .update(
            "insert into acquisition.refusals values (gen_random_uuid(), 'LISTING', 'listing_1',"
                + " 'fsbo', ?, 'validate-lead', '{}', '{}', now())",
            row -> row.setString(1, url));
  }

  private void propose(UUID listing, String address) {
    new Database(postgres.administrator())
        .update(
            "insert into acquisition.proposals"
                + " (listing_id, field, value, model, verdict, proposed_at)"
                + " values (?, 'address', ?, 'm', 'refused', now())",
            row -> {
              row.setObject(1, listing);
              row.setString(2, address);
            });
  }

  private void keep(ListingId listing, String field, String value) {
    Lineage like = LineageFixtures.aLineage(Instant.parse("2026-11-20T12:00:00Z"), null);
    Particulars said = like.particulars();
    context
        .getBean(Lineages.class)
        .keep(
            List.of(
                new Lineage(
                    listing,
                    like.source(),
                    like.market(),
                    like.url(),
                    like.page(),
                    like.snapshotKey(),
                    like.parserVersion(),
                    like.observedAt(),
                    null,
                    new Particulars(
                        null,
                        said.postedAt(),
                        null,
                        said.expiresAt(),
                        said.sellerUrl(),
                        false,
                        false,
                        Map.of(field, value),
                        List.of(new Conflict(field, List.of(new Reading("h2", value))))))));
  }
}
