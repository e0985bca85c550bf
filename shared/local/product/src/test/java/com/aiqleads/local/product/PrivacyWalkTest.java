package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.product.BuyersWalk.Heard;
import com.aiqleads.local.product.Sellers.Value;
import com.aiqleads.local.product.Sellers.Value.Kind;
import com.aiqleads.manifest.EventName;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.Routing;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// No name, number, mail address or street of a seller reaches a buyer who has not bought the lead:
/// whatever a buyer can read is read, and looked through for all sellers. Routes, pages and events
/// come from the manifests and the console's source, so that none can be forgotten.
@Order(2)
class PrivacyWalkTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final String CARD_ORDERS = "/card-orders/{id}";
  private static final String RETURNS = "/returns/{id}";

  /// Of what is bought alone, which costs more than the walk has; its own test looks at its words.
  private static final String ALONE = "/exclusivity/{receipt}";

  /// What the walk has none of; a link of a letter leads to a page and says nothing itself.
  private static final Set<String> ASIDE = Set.of(ALONE, "/endpoint-stops");

  private static final String NAME = "all that the walk hears of";
  private static final int LEADS = 6;
  private static final int DONE = 200;
  private static final int CREATED = 201;

  /// Of a browser that is on its way back from a provider, files that are the same for all, and of
  /// what is bought alone.
  private static final Set<String> NO_PAGES =
      Set.of(
          "/console/assets/{library}/{file}",
          "/console/sign-in/with/{id}/return",
          "/console" + ALONE);

  private static final String PUBLISHED = "LeadPublished";

  /// To the marketplace's own functions, which need the place; and back to where a lead came from,
  /// with the address of its page.
  private static final Set<String> WITH_STREET = Set.of(PUBLISHED, "LeadRejected");

  /// From the beginning, so that its letters and events are among what is looked through.
  @BeforeAll
  static void keepASearch() {
    SharedProduct.await("a first sign-in", PrivacyWalkTest::isKept);
    product.awaitAllLeads();
  }

  @Test
  void showsNothingOfSellersBeforeThePurchaseAndOfOneAfterIt() throws Exception {
    Sellers sellers = Sellers.of(new AwsCalls(product.running().aws()));
    List<String> leads = leadsToWalk();
    String token = registered();
    BuyersWalk walk = new BuyersWalk(product, token);
    subscribe(token);
    pay(token, 40_00);
    ApiClient buyer = product.api().withToken(token);
    make(token, "/standing-orders", Map.of("name", NAME, "act", "alert"));
    JsonNode hold = hold(buyer, leads.getFirst());

    List<Heard> before = walk.walk(leads, ids(walk, buyer, hold, Set.of(RETURNS)));

    assertThat(foreign(sellers, before, Set.of())).isEmpty();
    everythingWasAsked(before, Set.of(RETURNS));

    String lead = leads.getFirst();
    byte[] order =
        ApiClient.bytes(Map.of("holds", List.of(hold.path("id")), "total", hold.path("price")));
    HttpResponse<byte[]> bought = buyer.post("/orders", order);
    assertThat(bought.statusCode()).as("%s", ApiClient.read(bought)).isEqualTo(DONE);
    String line =
        buyer.json("/orders").path("orders").path(0).path("leads").path(0).path("id").asText();
    byte[] claim = ApiClient.bytes(Map.of("line", line, "reason", "out_of_area"));
    assertThat(buyer.post("/returns", claim).statusCode()).isEqualTo(DONE);
    JsonNode other = hold(buyer, leads.get(1));

    List<Heard> after = walk.walk(leads, ids(walk, buyer, other, Set.of()));

    assertThat(foreign(sellers, after, Set.of(lead))).isEmpty();
    assertThat(places(sellers, after, lead))
        .containsOnlyKeys(
            "GET /bought-leads",
            // It takes no parameter of this name, and answers as without.
            "GET /bought-leads (refused)",
            "GET /leads/{id}",
            "page /console/leads/{id}",
            "page /console/purchases/table",
            "page /console/purchases/table/part")
        .allSatisfy((_, kinds) -> assertThat(kinds).contains(Kind.STREET).hasSizeGreaterThan(1));
    everythingWasAsked(after, Set.of());
  }

  @Test
  void seesWhatIsPlanted() throws Exception {
    Sellers sellers = Sellers.of(new AwsCalls(product.running().aws()));
    String lead =
        sellers.leads().stream()
            .filter(one -> !sellers.of(one, Kind.NAME).isEmpty())
            .findFirst()
            .orElseThrow();
    String name = String.join(" ", sellers.of(lead, Kind.NAME).getFirst().words());
    String token = registered();
    // It finds nothing, so that no letter is written of it.
    Map<String, String> search = Map.of("q", "nowhereatall");
    make(token, "/standing-orders", Map.of("name", name, "act", "alert", "search", search));

    List<Heard> heard = new BuyersWalk(product, token).walk(List.of(), Map.of());

    assertThat(places(sellers, heard, lead))
        .containsKeys("GET /standing-orders", "page /console/standing-orders");
  }

  @Test
  void writesNothingOfSellersIntoLogsAndLetters() throws Exception {
    Sellers sellers = Sellers.of(new AwsCalls(product.running().aws()));
    SharedProduct.await(
        "a letter of what was found", () -> letters().anyMatch(it -> it.contains(NAME)));

    try (Stream<String> lines = Files.lines(product.log())) {
      assertThat(lines.map(line -> sellers.in(line, Set.of())).filter(it -> !it.isEmpty()).limit(3))
          .isEmpty();
    }
    assertThat(letters().map(letter -> sellers.in(letter, Set.of())).filter(it -> !it.isEmpty()))
        .isEmpty();
  }

  /// What crosses to other contexts, and what the marketplace tells at all; and what is searched.
  @Test
  void tellsNothingOfSellersToWhoHasNoPartInTheSale() throws Exception {
    AwsCalls aws = new AwsCalls(product.running().aws());
    Sellers sellers = Sellers.of(aws);
    Set<String> silent = silentEvents();
    assertThat(silent).contains("StandingOrdersReported", "SlotOffered", "LeadRepriced");
    Map<String, Long> read = new TreeMap<>();
    Map<String, Set<Kind>> told = new TreeMap<>();
    try (Connection connection = aws.administrator();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(outboxes())) {
      while (rows.next()) {
        String event = rows.getString("event");
        Set<Kind> kinds = kinds(sellers.in(rows.getString("body"), Set.of()));
        read.merge(event, 1L, Long::sum);
        told.computeIfAbsent(event, _ -> EnumSet.noneOf(Kind.class)).addAll(kinds);
      }
    }
    assertThat(read).containsKeys("StandingOrdersReported", PUBLISHED, "LeadResolved");
    assertThat(told.get("LeadResolved")).as("the check sees them").containsExactly(Kind.values());
    WITH_STREET.stream()
        .filter(told::containsKey)
        .forEach(event -> assertThat(told.get(event)).as(event).isSubsetOf(Kind.STREET));
    told.keySet().retainAll(silent);
    assertThat(told).allSatisfy((event, kinds) -> assertThat(kinds).as(event).isEmpty());

    ApiClient index = new ApiClient(IndexAccounts.openSearch(product.running().admin()));
    String documents = index.json("/leads,standing-orders*/_search?size=5000").toString();
    assertThat(documents).contains("sale_order");
    assertThat(sellers.in(documents, Set.of())).isEmpty();
  }

  /// Of every event that goes to nobody of acquisition and marketplace alone, and every other of
  /// the marketplace.
  private static Set<String> silentEvents() {
    Routing routing = new Routing(BuyersWalk.MANIFESTS);
    Set<String> silent = new TreeSet<>();
    for (EventName event : routing.events()) {
      boolean leaves =
          routing.consumers(event).isEmpty()
              || routing.consumers(event).stream().anyMatch(it -> !isOfTheSale(it));
      boolean isOfMarketplace =
          routing.producers(event).stream().anyMatch(it -> it.id().context().equals("marketplace"));
      if (leaves || (isOfMarketplace && !WITH_STREET.contains(event.name()))) {
        silent.add(event.recordName());
      }
    }
    // From its first step to the next, with the contact: not in an outbox, and nobody else's.
    silent.remove("LeadPriced");
    return silent;
  }

  private static boolean isOfTheSale(FunctionManifest function) {
    return Set.of("acquisition", "marketplace").contains(function.id().context());
  }

  private static String outboxes() {
    return Stream.of("acquisition", "marketplace", "platform")
        .map("select event, body from %s.outbox"::formatted)
        .collect(Collectors.joining(" union all "));
  }

  private static Map<String, List<String>> ids(
      BuyersWalk walk, ApiClient buyer, JsonNode hold, Set<String> later) {
    Map<String, List<String>> ids = new HashMap<>();
    BuyersWalk.routes("GET")
        .map(Route::pathToId)
        .filter(path -> !path.isEmpty() && !path.equals("/leads/{id}") && !path.equals(ALONE))
        .filter(path -> !later.contains(path))
        .forEach(
            path ->
                ids.computeIfAbsent(
                    path,
                    _ ->
                        path.equals(CARD_ORDERS)
                            ? List.of(payByCard(buyer, hold))
                            : awaited(walk, path)));
    give(buyer, ids);
    return ids;
  }

  /// Some things are written a minute later.
  private static List<String> awaited(BuyersWalk walk, String path) {
    String list = path.substring(0, path.lastIndexOf('/'));
    SharedProduct.await("one of " + path, () -> !walk.listed(list).isEmpty());
    return walk.listed(list);
  }

  /// So that it can be bought otherwise.
  private static void give(ApiClient buyer, Map<String, List<String>> ids) {
    for (String order : ids.getOrDefault(CARD_ORDERS, List.of())) {
      byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
      assertThat(buyer.send("DELETE", "/card-orders/" + order, nothing).statusCode())
          .isEqualTo(DONE);
    }
  }

  private static void everythingWasAsked(List<Heard> heard, Set<String> later) {
    Set<String> answered =
        heard.stream()
            .filter(one -> one.status() < 400)
            .map(Heard::where)
            .collect(Collectors.toSet());
    assertThat(answered)
        .containsAll(
            BuyersWalk.routes("GET")
                .filter(route -> !later.contains(route.pathToId()) && !ASIDE.contains(route.path()))
                .map(Route::key)
                .toList());
    Set<String> pages =
        heard.stream()
            .map(Heard::where)
            .filter(it -> it.startsWith("page "))
            .collect(Collectors.toSet());
    assertThat(pages)
        .containsAll(
            ConsolePages.templates().stream()
                .filter(page -> !NO_PAGES.contains(page))
                .map(page -> "page " + page)
                .toList());
    assertThat(heard).filteredOn(one -> one.status() >= 500).isEmpty();
  }

  private static Map<String, Set<Kind>> foreign(
      Sellers sellers, List<Heard> heard, Set<String> owned) {
    Map<String, Set<Kind>> found = new TreeMap<>();
    for (Heard one : heard) {
      Set<Kind> kinds = kinds(sellers.in(one.text(), owned));
      if (!kinds.isEmpty()) {
        found.computeIfAbsent(one.where(), _ -> new TreeSet<>()).addAll(kinds);
      }
    }
    return found;
  }

  private static Map<String, Set<Kind>> places(Sellers sellers, List<Heard> heard, String lead) {
    Map<String, Set<Kind>> found = new TreeMap<>();
    for (Heard one : heard) {
      Set<Kind> kinds = sellers.kindsIn(one.text(), lead);
      if (!kinds.isEmpty()) {
        found.computeIfAbsent(one.where(), _ -> new TreeSet<>()).addAll(kinds);
      }
    }
    return found;
  }

  private static Set<Kind> kinds(Set<Value> values) {
    return values.stream().map(Value::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> letters() {
    Path folder = product.log().resolveSibling("../mail").normalize();
    List<String> letters = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".eml")).toList()) {
        letters.add(Files.readString(file));
      }
    } catch (IOException _) {
      return Stream.of();
    }
    return letters.stream();
  }

  private static List<String> leadsToWalk() {
    List<String> leads = new ArrayList<>();
    product
        .api()
        .as(SharedProduct.BUYER)
        .json("/leads?limit=" + LEADS)
        .path("leads")
        .forEach(lead -> leads.add(lead.path("leadId").asText()));
    assertThat(leads).hasSize(LEADS);
    return leads;
  }

  /// Somebody whose address is known: nobody else gets letters.
  private static boolean isKept() {
    try {
      byte[] search = ApiClient.bytes(Map.of("name", NAME, "act", "alert"));
      return product.api().as(SharedProduct.BUYER).post("/standing-orders", search).statusCode()
          == CREATED;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private static String registered() {
    String email = UUID.randomUUID() + "@newcomers.example";
    Map<String, String> person =
        Map.of("email", email, "password", SharedProduct.PASSWORD, "name", "Nora");
    HttpResponse<byte[]> answer = product.api().post("/registrations", ApiClient.bytes(person));
    if (answer.statusCode() != 202) {
      throw new IllegalStateException("registration answered " + answer.statusCode());
    }
    HttpResponse<byte[]> session =
        product
            .api()
            .post(
                "/sessions",
                ApiClient.bytes(Map.of("email", email, "password", SharedProduct.PASSWORD)));
    if (session.statusCode() != CREATED) {
      throw new IllegalStateException("sign-in answered " + session.statusCode());
    }
    return ApiClient.read(session).path("accessToken").asText();
  }

  private static void make(String token, String path, Map<String, ?> body) {
    HttpResponse<byte[]> answer = product.api().withToken(token).post(path, ApiClient.bytes(body));
    assertThat(answer.statusCode()).as("%s %s", path, ApiClient.read(answer)).isEqualTo(CREATED);
  }

  private static void subscribe(String token) {
    pay(token, 100_00);
    byte[] pro = ApiClient.bytes(Map.of("plan", "pro"));
    ApiClient buyer = product.api().withToken(token);
    SharedProduct.await(
        "a plan", () -> buyer.send("PUT", "/subscription", pro).statusCode() == DONE);
  }

  private static void pay(String token, long cents) {
    ApiClient buyer = product.api().withToken(token);
    Map<String, Object> amount = Map.of("minorUnits", cents, "currency", "USD");
    HttpResponse<byte[]> topUp = buyer.post("/top-ups", ApiClient.bytes(Map.of("amount", amount)));
    String page = ApiClient.read(topUp).path("page").asText();
    assertThat(page).as("%s", ApiClient.read(topUp)).startsWith("http://127.0.0.1:");
    HttpRequest card =
        HttpRequest.newBuilder(URI.create(page))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("card=4242+4242+4242+4242"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(card, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isLessThan(400);
    } catch (IOException e) {
      throw new IllegalStateException("the card could not be typed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    String id = ApiClient.read(topUp).path("id").asText();
    SharedProduct.await("the money", () -> isPaid(buyer, id));
  }

  private static boolean isPaid(ApiClient buyer, String topUp) {
    for (JsonNode one : buyer.json("/top-ups").path("topUps")) {
      if (one.path("id").asText().equals(topUp)) {
        return one.path("state").asText().equals("succeeded");
      }
    }
    return false;
  }

  private static JsonNode hold(ApiClient buyer, String lead) {
    byte[] wish = ApiClient.bytes(Map.of("leads", List.of(Map.of("lead", lead))));
    HttpResponse<byte[]> answer = buyer.post("/holds", wish);
    assertThat(answer.statusCode()).as("%s", ApiClient.read(answer)).isEqualTo(DONE);
    for (JsonNode line : buyer.json("/cart").path("lines")) {
      JsonNode hold = line.has("hold") ? line.path("hold") : line;
      if (line.toString().contains(lead)) {
        return hold;
      }
    }
    throw new AssertionError("nothing is held of " + lead);
  }

  private static String payByCard(ApiClient buyer, JsonNode hold) {
    byte[] order =
        ApiClient.bytes(Map.of("holds", List.of(hold.path("id")), "total", hold.path("price")));
    HttpResponse<byte[]> answer = buyer.post("/card-orders", order);
    assertThat(answer.statusCode()).as("%s", ApiClient.read(answer)).isEqualTo(DONE);
    return ApiClient.read(answer).path("id").asText();
  }
}
