package com.aiqleads.acquisition.overseeacquisition;

import static com.aiqleads.acquisition.lineage.LineageFixtures.aLineage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.BookedPermissions;
import com.aiqleads.acquisition.approving.InMemorySourceBook;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverseeAcquisitionHandlerTest {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant end = now.plus(Duration.ofDays(30));
  private final String permit =
      """
      {"termsUrl":"https://fsbo.com/terms","termsReviewedAt":"%s",
       "robotsUrl":"https://fsbo.com/robots.txt","accessBasis":"public",
       "expiresAt":"%s","allowedFields":["property","price"],
       "imageMode":"link","cadenceMinutes":30}
      """
          .formatted(now.minus(Duration.ofDays(1)), end);
  private static final String TARGET =
      "{\"place\":\"Miami, FL\",\"cadenceMinutes\":60,\"active\":true}";

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private final Lineage lineage = aLineage(now, Money.usd(500_000_00));
  private final LeadId lead = new LeadId(Ids.derived("lead"));
  private final InMemorySourceBook book = new InMemorySourceBook();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "oversee-acquisition",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /sources=acquisition:read;PUT /sources/{id}/permit=acquisition:admin;"
                  + "DELETE /sources/{id}/permit=acquisition:admin;"
                  + "PUT /sources/{id}/targets/{market}=acquisition:admin;"
                  + "DELETE /sources/{id}/targets/{market}=acquisition:admin;"
                  + "GET /sources/{id}/changes=acquisition:read;GET /lineage/{id}=acquisition:read",
              "aiqleads.issuer",
              ISSUER.address()));

  private final Operator operator =
      new Operator(
          () -> new OverseeAcquisitionHandler(context),
          ISSUER,
          "acquisition:read acquisition:admin");

  @BeforeEach
  void keepInMemory() {
    context.registerSingleton(SourceBook.class, book);
    context.registerSingleton(Leads.class, new InMemoryLeads());
    context.registerSingleton(
        Proposals.class,
        new Proposals() {
          @Override
          public void keep(Collection<Kept> kept) {}

          @Override
          public List<Kept> of(ListingId listing) {
            return listing.equals(lineage.listing()) ? List.of(proposed()) : List.of();
          }

          @Override
          public List<Kept> of(LeadId asked) {
            return asked.equals(lead) ? List.of(proposed()) : List.of();
          }
        });
    context.registerSingleton(
        Lineages.class,
        new Lineages() {
          @Override
          public void reserve(Set<ListingId> listings) {}

          @Override
          public List<Lineage> find(Set<ListingId> listings) {
            return listings.contains(lineage.listing()) ? List.of(lineage) : List.of();
          }

          @Override
          public void keep(Collection<Lineage> others) {}

          @Override
          public List<Lineage> of(LeadId asked) {
            return asked.equals(lead) ? List.of(lineage) : List.of();
          }
        });
  }

  private Proposals.Kept proposed() {
    return new Proposals.Kept(lineage.listing(), "title", "Sunny", "tiny-1", "invented", now);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (OverseeAcquisitionHandler deployed = new OverseeAcquisitionHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void nothingIsFetchedUntilSomebodyApproves() {
    APIGatewayV2HTTPResponse answer = operator.answer("GET", "/sources");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .contains("\"source\":\"fsbo\",\"fetched\":false,\"refusal\":\"not_approved\"")
        .doesNotContain("\"fetched\":true");
    assertThat(permissions().approval(FetchingFixtures.aPolicyOf("fsbo")))
        .isEqualTo(new Approval.NotApproved());
  }

  @Test
  void anAdminApprovesASourceAndAMarketAndSwitchesThemOff() {
    assertThat(operator.answer("PUT", "/sources/fsbo/permit", permit).getStatusCode())
        .isEqualTo(200);
    assertThat(operator.answer("PUT", "/sources/fsbo/targets/miami-fl", TARGET).getStatusCode())
        .isEqualTo(200);

    assertThat(operator.answer("GET", "/sources").getBody())
        .contains("\"source\":\"fsbo\",\"fetched\":true,\"permit\":{")
        .contains("\"approvedBy\":\"user_", "\"market\":\"miami-fl\",\"place\":\"Miami, FL\"");
    assertThat(permissions().markets(FetchingFixtures.aPolicyOf("fsbo"))).hasSize(1);

    assertThat(operator.answer("DELETE", "/sources/fsbo/targets/miami-fl").getStatusCode())
        .isEqualTo(204);
    assertThat(operator.answer("DELETE", "/sources/fsbo/permit").getStatusCode()).isEqualTo(204);
    assertThat(book.permit(Source.FSBO)).isEmpty();
    assertThat(operator.answer("DELETE", "/sources/fsbo/targets/miami-fl").getStatusCode())
        .isEqualTo(404);
    assertThat(operator.answer("DELETE", "/sources/fsbo/permit").getStatusCode()).isEqualTo(404);
    assertThat(operator.answer("GET", "/sources/fsbo/changes").getBody())
        .contains("permitted", "permit-withdrawn", "target-set", "target-removed")
        .contains("public until " + end, "\"person\":\"user_");
  }

  @Test
  void anAdminApprovesLimitsAndWithdrawsABoardOfJobs() {
    String described = permit.replace("[\"property\",\"price\"]", "[\"description\"]");
    SourcePolicy linkedin = FetchingFixtures.aPolicyOf("linkedin");
    assertThat(operator.answer("GET", "/sources").getBody())
        .contains("\"source\":\"linkedin\",\"fetched\":false,\"refusal\":\"not_approved\"");
    assertThat(permissions().approval(linkedin)).isEqualTo(new Approval.NotApproved());

    assertThat(operator.answer("PUT", "/sources/linkedin/permit", described).getStatusCode())
        .isEqualTo(200);
    assertThat(operator.answer("PUT", "/sources/linkedin/targets/miami-fl", TARGET).getStatusCode())
        .isEqualTo(200);

    assertThat(operator.answer("GET", "/sources").getBody())
        .contains("\"source\":\"linkedin\",\"fetched\":true,\"permit\":{");
    assertThat(permissions().approval(linkedin).isLive(now)).isTrue();
    assertThat(permissions().withheld("linkedin")).contains("price", "contact");
    assertThat(permissions().markets(linkedin))
        .containsExactly(new Market("miami-fl", "Miami, FL", Duration.ofMinutes(60)));

    assertThat(operator.answer("DELETE", "/sources/linkedin/permit").getStatusCode())
        .isEqualTo(204);
    assertThat(permissions().approval(linkedin)).isEqualTo(new Approval.NotApproved());
    assertThat(operator.answer("DELETE", "/sources/linkedin/targets/miami-fl").getStatusCode())
        .isEqualTo(204);
    assertThat(operator.answer("GET", "/sources/linkedin/changes").getBody())
        .contains("permitted", "permit-withdrawn", "target-set", "target-removed");
    assertThat(book.changes(Source.FSBO)).isEmpty();
  }

  @Test
  void saysWhichValueOfAPermitIsWrong() {
    APIGatewayV2HTTPResponse answer =
        operator.answer("PUT", "/sources/fsbo/permit", permit.replace("\"public\"", "\"because\""));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"accessBasis\"");
    assertThat(operator.answer("PUT", "/sources/fsbo/permit", "{}").getBody())
        .contains("termsUrl", "robotsUrl", "expiresAt", "allowedFields", "cadenceMinutes");
    assertThat(book.permit(Source.FSBO)).isEmpty();
    assertThat(book.changes(Source.FSBO)).isEmpty();
  }

  @Test
  void saysWhichValueOfATargetIsWrong() {
    String address = "/sources/fsbo/targets/";

    assertThat(operator.answer("PUT", address + "Miami", TARGET).getBody())
        .contains("\"field\":\"market\"");
    assertThat(
            operator
                .answer("PUT", address + "miami-fl", TARGET.replace("Miami, FL", "../x"))
                .getBody())
        .contains("\"field\":\"place\"");
    assertThat(operator.answer("PUT", address + "miami-fl", "{}").getBody())
        .contains("\"field\":\"place\"", "\"field\":\"cadenceMinutes\"");
    assertThat(operator.answer("PUT", "/sources/myspace/targets/miami-fl", TARGET).getStatusCode())
        .isEqualTo(404);
    assertThat(book.targets(Source.FSBO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "' or 1=1 --",
        "../../etc/passwd",
        "${jndi:ldap://x}",
        "\\ud800",
        "\\u0000"
      })
  void refusesAttacksInEveryTextField(String attack) {
    String moment = now.minus(Duration.ofDays(1)).toString();
    Map<String, String> fields =
        Map.of(
            "termsUrl", "https://fsbo.com/terms",
            "termsReviewedAt", moment,
            "robotsUrl", "https://fsbo.com/robots.txt",
            "accessBasis", "public",
            "expiresAt", end.toString(),
            "allowedFields", "price",
            "imageMode", "link");

    fields.forEach(
        (field, right) ->
            assertThat(
                    operator.answer("PUT", "/sources/fsbo/permit", permit.replace(right, attack)))
                .as(field)
                .satisfies(answer -> assertThat(answer.getStatusCode()).isEqualTo(400))
                .satisfies(
                    answer -> assertThat(answer.getBody()).contains("\"field\":\"" + field)));
    assertThat(
            operator
                .answer(
                    "PUT", "/sources/fsbo/targets/miami-fl", TARGET.replace("Miami, FL", attack))
                .getBody())
        .contains("\"field\":\"place\"");
    assertThat(book.changes(Source.FSBO)).isEmpty();
  }

  @Test
  void onlyAPersonApprovesAndOnlyAnAdmin() {

    assertThat(operator.asProgram(put(permit)).getStatusCode()).isEqualTo(403);
    assertThat(operator.with("acquisition:read").answer(put(permit)).getStatusCode())
        .isEqualTo(403);
    assertThat(operator.asNobody(put(permit)).getStatusCode()).isEqualTo(401);
    assertThat(book.permit(Source.FSBO)).isEmpty();
  }

  @Test
  void tellsNobodyElseOfSources() {

    assertThat(operator.with("marketplace:read").answer(Call.get("/sources")).getStatusCode())
        .isEqualTo(403);
    assertThat(
            operator
                .with("marketplace:read")
                .answer(Call.get("/sources/fsbo/changes"))
                .getStatusCode())
        .isEqualTo(403);
    assertThat(
            operator
                .with("marketplace:read")
                .answer(Call.get("/lineage/" + lead.text()))
                .getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void showsWhenceALeadAndAListingAreKnown() {
    String ofLead = operator.answer("GET", "/lineage/" + lead.text()).getBody();

    assertThat(ofLead)
        .contains("\"snapshotKey\":\"craigslist/ab/key.gz\"", "\"parserVersion\":\"craigslist-1\"")
        .contains("\"field\":\"zip\"", "\"path\":\"h2.street-address\"", "\"value\":\"33146\"")
        .contains("\"field\":\"title\",\"value\":\"Sunny\",\"model\":\"tiny-1\"")
        .contains("\"byBroker\":true", "\"laundry\":\"w/d in unit\"", "\"minorUnits\":50000000");
    assertThat(operator.answer("GET", "/lineage/" + lineage.listing().text()).getBody())
        .isEqualTo(ofLead);
    assertThat(operator.answer("GET", "/lineage/lead_x").getStatusCode()).isEqualTo(404);
    assertThat(operator.answer("GET", "/lineage/nothing").getStatusCode()).isEqualTo(404);
  }

  private Permissions permissions() {
    return new BookedPermissions(book, InstantSource.system());
  }

  private static Call put(String body) {
    return Operator.withJson(Call.to("PUT", "/sources/fsbo/permit"), body);
  }
}
