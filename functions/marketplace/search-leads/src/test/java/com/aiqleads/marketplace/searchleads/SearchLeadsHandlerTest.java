package com.aiqleads.marketplace.searchleads;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
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
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.ViewCounts;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.RebuildId;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.SearchService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged function over real stores, asked as the gateway asks.
class SearchLeadsHandlerTest {
  private static final int LEADS = 301;
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final FakeIssuer ISSUER = new FakeIssuer();

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension static final SearchService openSearch = new SearchService();

  private static final Offer CORAL_WAY = OfferFixtures.anOffer(OfferFixtures.aLead(1_000, 1));
  private static final List<Offer> OFFERS =
      Stream.concat(new SearchFixtures(42).offers(LEADS - 1).stream(), Stream.of(CORAL_WAY))
          .toList();
  private static final RebuildId REBUILD = new RebuildId(Ids.derived("rebuild"));
  private static final List<Look> SEEN = new ArrayList<>();
  private static ApplicationContext context;
  private static SearchLeadsHandler function;

  private record Look(TeamId viewer, LeadId lead, Segment segment) {}

  private record CountedViews(List<Look> seen) implements ViewCounts {

    @Override
    public void seen(TeamId viewer, LeadId lead, Segment segment) {
      seen.add(new Look(viewer, lead, segment));
    }

    @Override
    public Map<Segment, Long> views(Collection<Segment> segments) {
      throw new UnsupportedOperationException("search only counts");
    }
  }

  @BeforeAll
  static void fill() {
    context =
        TestFunction.start(
            "marketplace",
            "search-leads",
            new FakeQueues(),
            Map.of(
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.search.url",
                openSearch.endpoint().toString(),
                "aiqleads.access",
                "GET /leads=marketplace:read;GET /leads/map=marketplace:read;"
                    + "GET /leads/{id}=marketplace:read"));
    Database database = new Database(postgres.dataSource());
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(ViewCounts.class, new CountedViews(SEEN));
    function = new SearchLeadsHandler(context);
    Offers offers = context.getBean(Offers.class);
    OFFERS.forEach(offer -> offers.store(offer, Standing.ON_SALE));
    context
        .getBean(LeadIndex.class)
        .apply(
            OFFERS.stream()
                .<IndexChange>map(offer -> new IndexChange.Put(SearchFixtures.indexed(offer)))
                .toList());
    Eventually.await(Duration.ofSeconds(60), () -> total("/leads") == LEADS);
  }

  @AfterEach
  void noRebuild() {
    context.getBean(Rebuilds.class).end(REBUILD);
    Eventually.await(
        Duration.ofSeconds(60), () -> text(get("/leads"), "answeredBy").equals("index"));
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void showsAPageOfLeads() {
    JsonNode page = get("/leads?limit=3");

    assertThat(page.get("total").getIntValue()).isEqualTo(LEADS);
    assertThat(page.get("leads").size()).isEqualTo(3);
    JsonNode lead = page.get("leads").get(0);
    assertThat(text(lead, "leadId")).startsWith("lead_");
    assertThat(text(lead, "offerId")).startsWith("offer_");
    assertThat(lead.get("slots").get("free").getIntValue()).isEqualTo(3);
    assertThat(lead.get("price").get("amount").get("currency").getStringValue()).isEqualTo("USD");
    assertThat(lead.get("owned").getBooleanValue()).isFalse();
  }

  @Test
  void countsWhoLooksAtALeadOnSale() {
    SEEN.clear();

    get("/leads/" + CORAL_WAY.lead().id().text());

    assertThat(SEEN)
        .containsExactly(new Look(TEAM, CORAL_WAY.lead().id(), new Segment("miami-fl", "house")));
    get("/leads?limit=100");
    assertThat(SEEN).hasSize(1);
  }

  @Test
  void aLeadThatNobodyCanBuyIsNotWantedByWhoLooksAtIt() {
    LeadId lead =
        LeadId.parse(get("/leads?limit=1").get("leads").get(0).get("leadId").getStringValue());
    SEEN.clear();
    slots(
        lead,
        "state = 'HELD', holder_team = gen_random_uuid(), hold_id = gen_random_uuid(),"
            + " hold_until = clock() + interval '1 hour'");

    JsonNode shown = get("/leads/" + lead.text());
    JsonNode open = get("/leads?limit=1&available=true").get("leads");
    slots(lead, "state = 'FREE', holder_team = null, hold_id = null, hold_until = null");

    assertThat(shown.get("slots").get("free").getIntValue()).isZero();
    assertThat(shown.get("slots").get("freeAt").getStringValue()).startsWith("20");
    assertThat(SEEN).isEmpty();
    assertThat(open.size()).as("before the index has heard of it").isZero();
    assertThat(get("/leads?limit=1&available=true").get("leads").size()).isEqualTo(1);
  }

  private static void slots(LeadId lead, String change) {
    context
        .getBean(Database.class)
        .update(
            "update slots set " + change + " where lead_id = ?",
            statement -> statement.setObject(1, lead.value()));
  }

  @Test
  void namesTheJourneyOfEveryLead() {
    JsonNode lead = get("/leads/" + CORAL_WAY.lead().id().text());

    assertThat(text(lead, "correlationId")).isEqualTo(CORAL_WAY.journey().text());
    assertThat(list(get("/leads?limit=100").get("leads")))
        .hasSize(100)
        .allMatch(shown -> text(shown, "correlationId").startsWith("cor_"));
  }

  @Test
  void showsNothingThatLeadsToTheSeller() {
    String page = answer("/leads?limit=100", TEAM).getBody();
    String lead = answer("/leads/" + OFFERS.getFirst().lead().id().text(), TEAM).getBody();

    assertThat(page + lead)
        .doesNotContain(
            "+13055550123", "maria@example.com", "Alvarez", "Main St", "Oak Ave", "Elm Rd", "1468")
        .doesNotContain("fsbo.com", "\"bought\"", "\"contact\"");
    for (JsonNode shown : list(get("/leads?limit=100").get("leads"))) {
      double latitude = shown.get("location").get("latitude").getDoubleValue();
      assertThat(latitude * 100).isEqualTo(Math.rint(latitude * 100), within());
    }
  }

  @Test
  void offersWhatElseCouldBeChosen() {
    JsonNode facets = get("/leads?type=house").get("facets");

    assertThat(list(facets).stream().map(facet -> text(facet, "name")).toList())
        .containsExactly("city", "type", "beds", "priceBand", "qualityBand", "source");
    JsonNode types = facets.get(1).get("values");
    assertThat(list(types).stream().map(value -> text(value, "value")).toList())
        .containsExactlyInAnyOrder("house", "condo", "land", "multi_family");
    assertThat(
            list(types).stream()
                .filter(value -> value.get("chosen").getBooleanValue())
                .map(value -> text(value, "label"))
                .toList())
        .containsExactly("House");
  }

  @Test
  void turnsEveryPageOnce() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < LEADS && !cursor.equals("end"); page++) {
      JsonNode found = get("/leads?sort=-price&limit=70&cursor=" + cursor);
      list(found.get("leads")).forEach(lead -> seen.add(text(lead, "leadId")));
      cursor = found.get("next") == null ? "end" : text(found, "next");
    }

    assertThat(seen).hasSize(LEADS).doesNotHaveDuplicates();
  }

  @Test
  void tellsHowFarLeadsAre() {
    JsonNode page = get("/leads?near=25.76,-80.19&radiusKm=20&sort=distance&limit=100");

    List<Double> distances =
        list(page.get("leads")).stream()
            .map(lead -> lead.get("distanceKm").getDoubleValue())
            .toList();

    assertThat(distances).isNotEmpty().isSorted().allMatch(km -> km <= 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/leads?near=25.76,-80.19&radiusKm=20&sort=distance&limit=100",
        "/leads?box=30,-98,31,-97&sort=quality",
        "/leads?q=pool&city=Miami+FL,Austin+TX&sort=price",
        "/leads?minAsking=1&maxPrice=40&source=craigslist",
        "/leads/map?box=24,-125,50,-66&type=condo"
      })
  void answersTheSameWhileTheIndexIsRebuilt(String address) {
    String byIndex = answer(address, TEAM).getBody();

    context.getBean(Rebuilds.class).begin(REBUILD);
    Eventually.await(
        Duration.ofSeconds(60), () -> text(get(address), "answeredBy").equals("database"));
    String byDatabase = answer(address, TEAM).getBody();

    assertThat(byDatabase.replace("\"database\"", "\"index\"")).isEqualTo(byIndex);
  }

  @Test
  void showsOwnersWhatTheyBought() {
    Offer bought = OFFERS.get(7);
    buy(bought);
    TeamId others = new TeamId(Ids.derived("team", "theirs"));
    String address = "/leads/" + bought.lead().id().text();

    JsonNode ours = json(answer(address, TEAM));
    JsonNode theirs = json(answer(address, others));

    assertThat(ours.get("owned").getBooleanValue()).isTrue();
    assertThat(context.getBean(Openings.class).open(TEAM, List.of(bought.lead().id())))
        .as("it was written down that they looked")
        .isFalse();
    JsonNode contact = ours.get("bought").get("contact");
    assertThat(contact.get("phones").get(0).getStringValue()).isEqualTo("+13055550123");
    assertThat(text(ours.get("bought").get("address"), "street"))
        .isEqualTo(bought.lead().address().street());
    assertThat(theirs.get("owned").getBooleanValue()).isFalse();
    assertThat(text(ours.get("bought"), "passport")).isEqualTo(address + "/passport");
    assertThat(ours.get("withheld").getBooleanValue()).isFalse();
    assertThat(theirs.get("bought")).isNull();
    assertThat(theirs.get("slots").get("free").getIntValue()).isEqualTo(2);
  }

  /// Who only sees that there is one has not looked at it.
  @Test
  void showsTheSellerInNoListAndTakesNoListForALook() {
    Offer bought = OFFERS.get(6);
    buy(bought);

    String page = answer("/leads?limit=100", TEAM).getBody();

    assertThat(page)
        .contains("\"owned\":true")
        .doesNotContain("\"bought\"", "\"contact\"", bought.lead().address().street());
    assertThat(context.getBean(Openings.class).open(TEAM, List.of(bought.lead().id())))
        .as("nobody had looked before")
        .isTrue();
  }

  @Test
  void withholdsFromOwnersWhatLeadsToASellerWhoAskedNotToBeContacted() {
    Offer bought = OFFERS.get(8);
    buy(bought);
    context.getBean(Offers.class).withhold(bought.lead().id(), bought.lead().version());

    JsonNode ours = json(answer("/leads/" + bought.lead().id().text(), TEAM));

    assertThat(ours.get("owned").getBooleanValue()).isTrue();
    assertThat(ours.get("withheld").getBooleanValue()).isTrue();
    assertThat(ours.get("bought")).isNull();
  }

  private void buy(Offer offer) {
    TransferId gift = new TransferId(Ids.derived("transfer", offer.lead().id().text()));
    Money price = offer.price().amount();
    context
        .getBean(Wallets.class)
        .grant(TEAM, new Grant(gift, Grant.Kind.GIFT, price, 1, Optional.empty(), "a gift"));
    Wishes wish = Wishes.of(offer.lead().id(), SaleMode.SHARED);
    Hold hold = ((Held) context.getBean(Holds.class).hold(TEAM, wish).getFirst()).hold();
    OrderId order = new OrderId(Ids.derived("order", offer.lead().id().text()));
    UserId buyer = new UserId(Ids.derived("user", "buyer"));
    assertThat(
            context
                .getBean(Orders.class)
                .checkOut(TEAM, new Checkout(order, buyer, List.of(hold.id()), price)))
        .isInstanceOf(Purchase.Paid.class);
  }

  @Test
  void givesTheReasonsOfALead() {
    JsonNode lead = get("/leads/" + CORAL_WAY.lead().id().text());

    assertThat(text(lead.get("quality").get("reasons").get(0), "text"))
        .isEqualTo("The listing is new.");
    assertThat(text(lead.get("price").get("reasons").get(0), "code")).isEqualTo("base");
    assertThat(text(lead, "teaser")).isEqualTo("Bright house, mango tree. Call [hidden].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/leads/lead_01JA5Z6E0V8QJ3M2R7T9X4B1CD",
        "/leads/nonsense",
        "/leads/offer_01JA5Z6E0V8QJ3M2R7T9X4B1CD"
      })
  void knowsNoOtherLeads(String address) {
    APIGatewayV2HTTPResponse answer = answer(address, TEAM);

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("\"code\":\"no-such-lead\"");
  }

  @Test
  void drawsAMap() {
    JsonNode map = get("/leads/map?box=25,-81,26.5,-79");

    assertThat(map.get("total").getIntValue()).isPositive();
    assertThat(map.get("leads").size()).isEqualTo(map.get("total").getIntValue());
    assertThat(map.get("squares").size()).isZero();
    assertThat(text(map.get("leads").get(0), "id")).startsWith("lead_");
  }

  @Test
  void namesEveryWrongParameter() {
    APIGatewayV2HTTPResponse answer =
        answer("/leads?limit=0&sort=oldest&colour=red&near=here&q=%3Cscript%3E", TEAM);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.getBody())
        .contains("\"limit\"", "\"sort\"", "\"colour\"", "\"near\"")
        .doesNotContain("Exception", "com.aiqleads");
    assertThat(answer("/leads/" + OfferFixtures.leadId(1).text() + "?x=1", TEAM).getStatusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE offers; --",
        "<script>alert(1)</script>",
        "\" OR 1=1",
        "{\"match_all\":{}}",
        "*",
        "%_"
      })
  void takesCodeInTextsForText(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

    for (String name : List.of("city", "type", "beds", "priceBand", "qualityBand", "source")) {
      JsonNode page = get("/leads?" + name + "=" + encoded);
      assertThat(page.get("leads").size()).isZero();
    }
    assertThat(answer("/leads?q=" + encoded, TEAM).getStatusCode()).isIn(200, 400);
    assertThat(total("/leads")).isEqualTo(LEADS);
  }

  @Test
  void showsNothingToStrangers() {
    APIGatewayV2HTTPResponse answer =
        function.handleRequest(Call.get("/leads").event(), new FakeInvocation(seconds()));

    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (SearchLeadsHandler deployed = new SearchLeadsHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }

  private static long total(String address) {
    return get(address).get("total").getLongValue();
  }

  private static JsonNode get(String address) {
    APIGatewayV2HTTPResponse answer = answer(address, TEAM);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return json(answer);
  }

  private static APIGatewayV2HTTPResponse answer(String address, TeamId team) {
    UserId user = new UserId(Ids.derived("user", "anybody"));
    String token = ISSUER.token(claims -> claims.subject(user.text()).claim("team", team.text()));
    return function.handleRequest(
        Call.get(address).bearer(token).event(), new FakeInvocation(seconds()));
  }

  private static Duration seconds() {
    return Duration.ofSeconds(60);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return context
          .getBean(ObjectMapper.class)
          .readValue(answer.getBody(), Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new IllegalStateException("no JSON", e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).getStringValue();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false).toList();
  }
}
