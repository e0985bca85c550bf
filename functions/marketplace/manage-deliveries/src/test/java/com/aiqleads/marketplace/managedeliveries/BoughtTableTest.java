package com.aiqleads.marketplace.managedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoughtTableTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "manage-deliveries",
            new FakeQueues(),
            Map.of(
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /bought-leads=marketplace:read;GET /bought-leads/next=marketplace:read"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member = new TeamMember(new ManageDeliveriesHandler(context), ISSUER, "marketplace:read");
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    for (int number = 1; number <= 3; number++) {
      Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(number, 1));
      Contact contact =
          new Contact("=cmd|\"/c\" " + number, offer.contact().phones(), offer.contact().emails());
      context
          .getBean(Offers.class)
          .store(
              new Offer(
                  offer.lead(),
                  contact,
                  offer.quality(),
                  offer.fraud(),
                  offer.price(),
                  offer.journey()),
              Standing.ON_SALE);
    }
    for (TeamId team : List.of(OURS, THEIRS)) {
      context
          .getBean(Wallets.class)
          .grant(
              team,
              new Grant(
                  new TransferId(Ids.derived("gift", team.text())),
                  Grant.Kind.GIFT,
                  Money.usd(500_00),
                  Grant.USUAL_PRIORITY,
                  Optional.empty(),
                  "start"));
    }
  }

  @Test
  void givesATeamWhatItBought() {
    buy(OURS, 1);
    buy(THEIRS, 2);

    APIGatewayV2HTTPResponse answer = member.answer(OURS, Call.get("/bought-leads"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders().toString()).contains("aiqleads-leads.csv", "text/csv");
    List<String> lines = text(answer).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("bought (UTC),order,lead,");
    assertThat(lines.getLast())
        .contains(OfferFixtures.leadId(1).text(), "\"34.00\",\"USD\",\"yours\"")
        .contains("\"'=cmd|\"\"/c\"\" 1\"", "\"'+13055550123\"", "\"maria@example.com\"")
        .contains("\"1468 SW 22nd Ter\",\"\",\"Miami\",\"FL\",\"33145\",\"649000.00\"");
    assertThat(text(member.answer(THEIRS, Call.get("/bought-leads"))))
        .contains(OfferFixtures.leadId(2).text())
        .doesNotContain(OfferFixtures.leadId(1).text());
  }

  @Test
  void writesDownThatTheSellersWereSeen() {
    buy(OURS, 1);

    table().of(OURS, EVER);

    assertThat(context.getBean(Openings.class).open(OURS, List.of(OfferFixtures.leadId(1))))
        .isFalse();
  }

  /// A page that says in how many parts the table comes must not cost a team its credit.
  @Test
  void saysWhereItGoesOnAndNobodyHasSeenAnything() {
    buy(OURS, 1);

    APIGatewayV2HTTPResponse answer = member.answer(OURS, Call.get("/bought-leads/next"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo("{}");
    assertThat(context.getBean(Openings.class).open(OURS, List.of(OfferFixtures.leadId(1))))
        .isTrue();
  }

  /// There is nothing of it in the part.
  @Test
  void doesNotOpenWhatThereIsNoRoomFor() {
    buy(OURS, 1);
    buy(OURS, 2);

    assertThat(table().of(OURS, EVER, 1).csv()).contains(OfferFixtures.leadId(2).text());

    Openings openings = context.getBean(Openings.class);
    assertThat(openings.open(OURS, List.of(OfferFixtures.leadId(2)))).isFalse();
    assertThat(openings.open(OURS, List.of(OfferFixtures.leadId(1)))).isTrue();
  }

  @Test
  void eachLineHasAsManyCells() {
    buy(OURS, 1);
    buy(OURS, 2);
    context
        .getBean(Offers.class)
        .erase(OfferFixtures.leadId(2), 2, new CorrelationId(Ids.derived("journey")));

    List<String> lines = table().of(OURS, EVER).csv().lines().toList();

    assertThat(lines.get(1)).contains("\"withheld\"").doesNotContain("maria@example.com");
    assertThat(lines.get(2)).contains("\"yours\"");
    assertThat(lines.get(1).split("\",\"", -1))
        .hasSameSizeAs(lines.get(2).split("\",\"", -1))
        .hasSameSizeAs(lines.get(0).split(","));
  }

  @Test
  void givesWholeOrdersInParts() {
    for (int number = 1; number <= 3; number++) {
      buy(OURS, number);
    }
    BoughtTable table = table();
    int enoughForTwo = table.of(OURS, EVER).bytes().length - 1;

    BoughtTable.Part first = table.of(OURS, EVER, enoughForTwo);
    BoughtTable.Part second = table.of(OURS, first.next().orElseThrow(), enoughForTwo);

    assertThat(first.bytes().length).isLessThanOrEqualTo(enoughForTwo);
    assertThat(first.csv().lines()).hasSize(3);
    assertThat(second.csv().lines()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(table.of(OURS, EVER, 1).csv().lines()).as("one at least").hasSize(2);
    assertThat(first.toString()).doesNotContain("maria");
  }

  @Test
  void saysWhereTheNextPartIs() {
    assertThat(member.answer(OURS, Call.get("/bought-leads?before=yesterday")).getStatusCode())
        .isEqualTo(400);
    assertThat(text(member.answer(OURS, Call.get("/bought-leads"))).lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"plain;\"plain\"", "a,b;\"a,b\"", "-1;\"'-1\"", "@x;\"'@x\"", "＝1;\"'＝1\""})
  void noCellIsComputed(String text, String cell) {
    assertThat(BoughtLine.cell(text)).isEqualTo(cell);
  }

  @Test
  void aCellMayHaveLinesAndQuotes() {
    assertThat(BoughtLine.cell("a \"b\"\nc")).isEqualTo("\"a \"\"b\"\"\nc\"");
    assertThat(BoughtLine.cell("\tx")).isEqualTo("\"'\tx\"");
    assertThat(BoughtLine.cell("")).isEqualTo("\"\"");
  }

  private static BoughtTable table() {
    return context.getBean(BoughtTable.class);
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return answer.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8)
        : answer.getBody();
  }

  private static void buy(TeamId team, int number) {
    Hold hold =
        ((Held)
                context
                    .getBean(Holds.class)
                    .hold(team, Wishes.of(OfferFixtures.leadId(number), SaleMode.SHARED))
                    .getFirst())
            .hold();
    context
        .getBean(Orders.class)
        .checkOut(
            team,
            new Checkout(
                new OrderId(Ids.derived("order", team.text(), String.valueOf(number))),
                new UserId(Ids.derived("user")),
                List.of(hold.id()),
                hold.price()));
  }
}
