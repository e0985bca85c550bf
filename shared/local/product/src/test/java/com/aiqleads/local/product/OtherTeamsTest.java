package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.IdOwner;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Somebody who founded another team, and so may there what a buyer may here, tries every
/// route of
/// every manifest that names something of a person or a team, and reads every list. A new
/// route is
/// tried without a line of this class; what it names must be in the list that its address is of.
@ResourceLock(SharedProduct.CART)
class OtherTeamsTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final List<FunctionManifest> FUNCTIONS =
      Manifests.read(Path.of(System.getProperty("repository.root"))).functions();

  /// Bodies that are right in themselves, so that nothing is refused for them.
  private static final Map<String, String> BODIES =
      Map.of(
          "PUT /team/members/{id}/roles",
          "{\"roles\":[\"analyst\"]}",
          "PUT /standing-orders/{id}",
          "{\"name\":\"theirs\",\"act\":\"alert\"}");

  /// Where the things of an address are listed, if it is not the address without the id.
  private static final Map<String, String> LISTS = Map.of("/holds/{id}", "/cart");

  /// In no list: who asks for the same again is told of the same.
  private static final String CARD_ORDERS = "/card-orders/{id}";

  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /leads/map",
          "?box=25,-81,26,-80",
          "GET /subscription/quote",
          "?plan=pro",
          "GET /wallet/statement",
          "?from=2026-01-01&until=2026-12-31&format=csv");

  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
  private static final int NOT_FOUND = 404;
  private static final int DONE = 200;

  @Test
  void reachNothingThatAnIdNamesAndIsNotTheirs() {
    Map<String, JsonNode> things = thingsOfTheBuyer();
    ApiClient stranger = stranger();

    things.forEach(
        (path, thing) -> routes(path).forEach(route -> isOutOfReach(stranger, route, thing)));
    things.forEach(
        (path, thing) -> assertThat(listOf(path)).as("%s is as it was", path).contains(thing));
  }

  private static void isOutOfReach(ApiClient stranger, Route route, JsonNode thing) {
    HttpResponse<byte[]> theirs = send(stranger, route, thing.path("id").asText());
    HttpResponse<byte[]> nobodys = send(stranger, route, unknown(thing.path("id").asText()));

    assertThat(theirs.statusCode()).as(route.key()).isEqualTo(NOT_FOUND);
    assertThat(code(theirs)).as(route.key()).isEqualTo(code(nobodys));
    assertThat(nobodys.statusCode()).as(route.key()).isEqualTo(NOT_FOUND);
  }

  @Test
  void readNothingOfOthersInAnyList() {
    Map<String, JsonNode> things = thingsOfTheBuyer();
    ApiClient stranger = stranger();

    List<Route> lists =
        routes()
            .filter(route -> route.method().equals("GET"))
            .filter(OtherTeamsTest::hasNoId)
            .toList();
    assertThat(lists).extracting(Route::key).contains("GET /me", "GET /team/members");
    for (Route list : lists) {
      HttpResponse<byte[]> answer =
          stranger.get(list.path() + QUERIES.getOrDefault(list.key(), ""));

      assertThat(answer.statusCode()).as(list.key()).isEqualTo(DONE);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .as(list.key())
          .doesNotContain(SharedProduct.BUYER)
          .doesNotContain(things.values().stream().map(it -> it.path("id").asText()).toList());
    }
  }

  /// One of each kind that an id of somebody's own names, by the address up to the id.
  private static Map<String, JsonNode> thingsOfTheBuyer() {
    String key = "{\"name\":\"nightly export\",\"scopes\":[\"marketplace:read\"]}";
    String guest =
        "{\"email\":\"%s@guests.example\",\"roles\":[\"analyst\"]}".formatted(UUID.randomUUID());
    make("/api-keys", key);
    make("/team/invitations", guest);
    make("/standing-orders", "{\"name\":\"all that is new\",\"act\":\"alert\"}");
    subscribe();
    giveBack();
    SharedProduct.await("a receipt", () -> !listOf("/receipts/{id}").isEmpty());
    hold();
    deliver();
    Map<String, JsonNode> things = new LinkedHashMap<>();
    ownPaths()
        .forEach(
            path -> {
              assertThat(listOf(path)).as("nobody has made one of " + path).isNotEmpty();
              things.put(path, lastingOne(listOf(path)));
            });
    return things;
  }

  /// Of sessions the own one: the browsers of other tests end theirs meanwhile.
  private static JsonNode lastingOne(List<JsonNode> things) {
    return things.stream()
        .filter(thing -> thing.path("current").asBoolean())
        .findFirst()
        .orElseGet(things::getFirst);
  }

  private static void make(String path, String body) {
    assertThat(buyer().post(path, body.getBytes(StandardCharsets.UTF_8)).statusCode())
        .as(path)
        .isEqualTo(201);
  }

  /// Bought for the purpose, once; a person would have to look at it.
  private static void giveBack() {
    if (!listOf("/returns/{id}").isEmpty()) {
      return;
    }
    product.awaitLeads();
    String lead = buyer().json("/leads?limit=6").path("leads").path(5).path("leadId").asText();
    byte[] wish =
        "{\"leads\":[{\"lead\":\"%s\"}]}".formatted(lead).getBytes(StandardCharsets.UTF_8);
    assertThat(buyer().post("/holds", wish).statusCode()).isEqualTo(DONE);
    JsonNode hold = listOf("/holds/{id}").getFirst();
    byte[] order =
        ApiClient.bytes(Map.of("holds", List.of(hold.path("id")), "total", hold.path("price")));
    assertThat(buyer().post("/orders", order).statusCode()).isEqualTo(DONE);
    JsonNode bought = buyer().json("/orders").path("orders").path(0).path("leads").path(0);
    byte[] claim = ApiClient.bytes(Map.of("line", bought.path("id"), "reason", "out_of_area"));
    assertThat(buyer().post("/returns", claim).statusCode()).isEqualTo(DONE);
  }

  /// Once, from what a card paid for: gifts buy no plan.
  private static void subscribe() {
    if (!listOf("/invoices/{id}").isEmpty()) {
      return;
    }
    Map<String, Object> fifty = Map.of("minorUnits", 50_00, "currency", "USD");
    HttpResponse<byte[]> topUp = buyer().post("/top-ups", ApiClient.bytes(Map.of("amount", fifty)));
    String page = ApiClient.read(topUp).path("page").asText();
    assertThat(page).as("%s", ApiClient.read(topUp)).startsWith("http://127.0.0.1:");
    payOn(URI.create(page));
    byte[] pro = "{\"plan\":\"pro\"}".getBytes(StandardCharsets.UTF_8);
    SharedProduct.await(
        "a plan", () -> buyer().send("PUT", "/subscription", pro).statusCode() == DONE);
  }

  private static void payOn(URI page) {
    HttpRequest card =
        HttpRequest.newBuilder(page)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("card=4242+4242+4242+4242"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(card, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isLessThan(400);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while paying", e);
    }
  }

  private static void hold() {
    product.awaitLeads();
    String lead = buyer().json("/leads?limit=1").path("leads").path(0).path("leadId").asText();
    byte[] wish =
        "{\"leads\":[{\"lead\":\"%s\"}]}".formatted(lead).getBytes(StandardCharsets.UTF_8);
    assertThat(buyer().post("/holds", wish).statusCode()).isEqualTo(DONE);
  }

  /// A message that has arrived, so that nothing becomes of it any more.
  private static void deliver() {
    try {
      HttpServer server = receiver();
      make(
          "/endpoints",
          "{\"address\":\"http://127.0.0.1:%s/%s\"}"
              .formatted(server.getAddress().getPort(), UUID.randomUUID()));
      String endpoint = listOf("/endpoints/{id}").getLast().path("id").asText();
      assertThat(buyer().post("/endpoints/" + endpoint + "/tests", NOTHING).statusCode())
          .isEqualTo(202);
      SharedProduct.await(
          "a delivery",
          () -> listOf("/deliveries/{id}").getFirst().path("state").asText().equals("delivered"));
      server.stop(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static JsonNode payByCard() {
    JsonNode hold =
        listOf("/holds/{id}").stream()
            .min(Comparator.comparing(it -> it.path("id").asText()))
            .orElseThrow();
    HttpResponse<byte[]> answer =
        buyer()
            .post(
                "/card-orders",
                ApiClient.bytes(
                    Map.of("holds", List.of(hold.path("id")), "total", hold.path("price"))));
    assertThat(answer.statusCode()).as("%s", ApiClient.read(answer)).isEqualTo(DONE);
    return ApiClient.read(answer);
  }

  /// Others buy what is held, and nothing is sent to where nobody listens.
  @AfterEach
  void leaveNothingOnItsWay() {
    if (!listOf("/holds/{id}").isEmpty()) {
      String order = payByCard().path("id").asText();
      assertThat(buyer().send("DELETE", "/card-orders/" + order, NOTHING).statusCode())
          .isEqualTo(DONE);
    }
    for (JsonNode endpoint : listOf("/endpoints/{id}")) {
      String path = "/endpoints/" + endpoint.path("id").asText();
      assertThat(buyer().send("DELETE", path, NOTHING).statusCode()).isEqualTo(204);
    }
  }

  private static Stream<String> ownPaths() {
    return FUNCTIONS.stream()
        .flatMap(function -> function.ids().entrySet().stream())
        .filter(entry -> entry.getValue() != IdOwner.EVERYBODY)
        .map(Map.Entry::getKey)
        .sorted();
  }

  private static Stream<Route> routes(String pathToId) {
    return routes().filter(route -> route.pathToId().equals(pathToId));
  }

  /// What somebody with the founder's scopes is let into; a test of its own tries the others.
  private static Stream<Route> routes() {
    return FUNCTIONS.stream()
        .flatMap(function -> function.routes().stream())
        .filter(Route::needsToken)
        .filter(OtherTeamsTest::isOpenToFounders);
  }

  private static boolean isOpenToFounders(Route route) {
    return !(route.access() instanceof RouteAccess.Scope scope)
        || Role.BUYER.scopes().stream().map(Scope::text).anyMatch(scope.text()::equals);
  }

  private static boolean hasNoId(Route route) {
    return route.pathToId().isEmpty();
  }

  /// What stands in the list that an address is of, as its owner sees it.
  private static List<JsonNode> listOf(String pathToId) {
    if (pathToId.equals(CARD_ORDERS)) {
      return List.of(payByCard());
    }
    String list = LISTS.getOrDefault(pathToId, pathToId.replaceAll("/[{][^}]*[}]$", ""));
    JsonNode answer = buyer().json(list);
    return answer.properties().stream()
        .map(Map.Entry::getValue)
        .filter(JsonNode::isArray)
        .flatMap(all -> Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(all::path))
        .map(thing -> thing.has("hold") ? thing.path("hold") : thing)
        .toList();
  }

  private static ApiClient buyer() {
    return product.api().as(SharedProduct.BUYER);
  }

  private static ApiClient stranger() {
    String email = UUID.randomUUID() + "@newcomers.example";
    byte[] person =
        ApiClient.bytes(Map.of("email", email, "password", SharedProduct.PASSWORD, "name", "Nora"));
    assertThat(product.api().post("/registrations", person).statusCode()).isEqualTo(202);
    return product.api().as(email);
  }

  private static HttpResponse<byte[]> send(ApiClient client, Route route, String id) {
    String body = BODIES.getOrDefault(route.key(), "{}");
    return client.send(
        route.method(),
        route.path().replaceAll("[{][^}]*[}]", id),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(HttpResponse<byte[]> answer) {
    return ApiClient.read(answer).path("code").asText();
  }

  /// An id of the same kind that nobody has.
  private static String unknown(String id) {
    return id.substring(0, id.lastIndexOf('_') + 1) + "0".repeat(25) + "1";
  }
}
