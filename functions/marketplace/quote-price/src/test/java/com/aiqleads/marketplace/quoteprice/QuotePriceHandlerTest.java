package com.aiqleads.marketplace.quoteprice;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.PriceBookFixtures;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuotePriceHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId OTHERS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Pricing PRICING = new Pricing(PriceBook.FIRST);

  private final FakeIssuer issuer = new FakeIssuer();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "quote-price",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /leads/{id}/price=marketplace:read;GET /leads/{id}/prices=marketplace:read",
              "aiqleads.issuer",
              issuer.address()));

  @BeforeEach
  void fill() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    Quote fresh = PRICING.quote(PriceBookFixtures.aLead(0, 78, 5));
    Quote older = PRICING.quote(PriceBookFixtures.aLead(5, 78, 5));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer().at(older.price()), Standing.ON_SALE);
    context.getBean(Quotes.class).keep(LEAD, 1, fresh, NOON);
    context.getBean(Quotes.class).keep(LEAD, 1, older, NOON.plus(Duration.ofDays(5)));
  }

  @AfterEach
  void close() {
    context.close();
    issuer.close();
  }

  @Test
  void saysWhatALeadCostsInEachModeAndWhy() {
    assertThat(answer(get("/price")).getBody())
        .contains(
            "\"shared\":{\"minorUnits\":2182,\"currency\":\"USD\"}",
            "\"exclusive\":{\"minorUnits\":6546,\"currency\":\"USD\"}",
            "\"priceBook\":\"2026-11\"",
            "5 days old: 65 % of that.");
  }

  @Test
  void saysWhatItHasCostTheNewestFirst() {
    String body = answer(get("/prices")).getBody();

    assertThat(body)
        .containsSubsequence(
            "\"at\":\"2026-11-25T12:00:00Z\"",
            "\"minorUnits\":2182",
            "\"at\":\"2026-11-20T12:00:00Z\"",
            "\"minorUnits\":3356");
  }

  @Test
  void knowsNoPriceOfWhatIsNotOnSale() {
    for (String path : List.of("/price", "/prices")) {
      assertThat(status(Call.get("/leads/lead_x" + path))).isEqualTo(404);
      assertThat(status(Call.get("/leads/" + OfferFixtures.leadId(2).text() + path)))
          .isEqualTo(404);
    }
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);
    assertThat(status(get("/prices"))).isEqualTo(404);
    assertThat(answer(get("/price")).getBody()).contains("no-such-lead");
  }

  @Test
  void tellsOnlyWhoBoughtItOfALeadThatIsNoLongerOnSale() {
    buy(OTHERS);
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);

    for (String path : List.of("/price", "/prices")) {
      assertThat(answer(OTHERS, get(path)).getStatusCode()).as(path).isEqualTo(200);
      assertThat(answer(TEAM, get(path)).getStatusCode()).as(path).isEqualTo(404);
    }
  }

  private void buy(TeamId team) {
    Hold hold =
        ((Held)
                context
                    .getBean(Holds.class)
                    .hold(team, Wishes.of(LEAD, SaleMode.SHARED))
                    .getFirst())
            .hold();
    TransferId gift = new TransferId(Ids.derived("transfer", "a gift"));
    context
        .getBean(Wallets.class)
        .grant(team, new Grant(gift, Grant.Kind.GIFT, hold.price(), 1, Optional.empty(), "a gift"));
    OrderId order = new OrderId(Ids.derived("order", "an order"));
    UserId buyer = new UserId(Ids.derived("user", "buyer"));
    assertThat(
            context
                .getBean(Orders.class)
                .checkOut(team, new Checkout(order, buyer, List.of(hold.id()), hold.price())))
        .isInstanceOf(Purchase.Paid.class);
  }

  @Test
  void answersOnlyWhomItMay() {
    assertThat(
            new QuotePriceHandler(context)
                .handleRequest(get("/price").event(), INVOCATION)
                .getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (QuotePriceHandler handler = new QuotePriceHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static Call get(String path) {
    return Call.get("/leads/" + LEAD.text() + path);
  }

  private int status(Call call) {
    return answer(call).getStatusCode();
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return answer(TEAM, call);
  }

  private APIGatewayV2HTTPResponse answer(TeamId team, Call call) {
    String token =
        issuer.token(
            claims -> claims.claim("scope", "marketplace:read").claim("team", team.text()));
    return new QuotePriceHandler(context).handleRequest(call.bearer(token).event(), INVOCATION);
  }
}
