package com.aiqleads.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.HttpFunction;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.IdOwner;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Wiring;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every route of every manifest, met by every role and every attack. There are no controllers
/// here: a request that is let in finds nothing, and one that is not is told so.
class AuthorizationMatrixTest {

  private static final int LET_IN = 404;
  private static final int WHO_ARE_YOU = 401;
  private static final int NOT_YOU = 403;

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final FakeIssuer STRANGER = new FakeIssuer();
  private static final Map<String, String> ATTACKS = Attack.tokens(ISSUER, STRANGER);
  private static final Path REPOSITORY_ROOT = Path.of(System.getProperty("repository.root"));
  private static final Repository REPOSITORY = Manifests.read(REPOSITORY_ROOT);
  private static final Wiring WIRING =
      new Wiring(
          REPOSITORY,
          new Surroundings("test", "us-east-1", "https://aiqleads.example", "", "", Map.of()));
  private static final List<ApplicationContext> CONTEXTS = new ArrayList<>();

  @AfterAll
  static void close() {
    CONTEXTS.forEach(ApplicationContext::close);
    ISSUER.close();
    STRANGER.close();
  }

  @TestFactory
  Stream<DynamicNode> everyRoute() {
    return REPOSITORY.functions().stream()
        .filter(function -> !function.routes().isEmpty())
        .map(AuthorizationMatrixTest::routesOf);
  }

  private static DynamicNode routesOf(FunctionManifest manifest) {
    HttpFunction function = start(manifest);
    return dynamicContainer(
        manifest.id().text(),
        manifest.routes().stream()
            .map(route -> dynamicContainer(route.key(), testsOf(function, route))));
  }

  private static Stream<DynamicTest> testsOf(HttpFunction function, Route route) {
    Stream<DynamicTest> nobody =
        Stream.of(
            dynamicTest(
                "nobody", () -> assertThat(status(function, route, "")).isEqualTo(nobody(route))));
    Stream<DynamicTest> roles =
        Roles.all().entrySet().stream()
            .map(
                role ->
                    dynamicTest(
                        role.getKey(),
                        () ->
                            assertThat(status(function, route, tokenOf(role.getValue())))
                                .isEqualTo(somebody(route, role.getValue()))));
    Stream<DynamicTest> attacks =
        ATTACKS.entrySet().stream()
            .map(
                attack ->
                    dynamicTest(
                        "a token " + attack.getKey(),
                        () ->
                            assertThat(status(function, route, attack.getValue()))
                                .isEqualTo(attacker(route))));
    return Stream.of(nobody, roles, attacks).flatMap(tests -> tests);
  }

  /// What the manifest promises, said a second time and on purpose without the code that keeps it.
  private static int nobody(Route route) {
    return switch (route.access()) {
      case RouteAccess.Public _, RouteAccess.Session _ -> LET_IN;
      case RouteAccess.SignedIn _, RouteAccess.Scope _ -> WHO_ARE_YOU;
    };
  }

  private static int somebody(Route route, Set<Scope> scopes) {
    return switch (route.access()) {
      case RouteAccess.Public _, RouteAccess.Session _, RouteAccess.SignedIn _ -> LET_IN;
      case RouteAccess.Scope scope ->
          scopes.stream().anyMatch(one -> one.text().equals(scope.text())) ? LET_IN : NOT_YOU;
    };
  }

  /// A bad token is refused where none is needed, too; pages look at their cookie themselves.
  private static int attacker(Route route) {
    return route.access() instanceof RouteAccess.Session ? LET_IN : WHO_ARE_YOU;
  }

  @Test
  void looksAtEveryRouteThatThereIs() {
    long routes =
        REPOSITORY.functions().stream().mapToLong(function -> function.routes().size()).sum();

    assertThat(routes).isGreaterThan(30);
    assertThat(REPOSITORY.functions())
        .flatExtracting(FunctionManifest::routes)
        .extracting(Route::access)
        .filteredOn(RouteAccess.Scope.class::isInstance)
        .extracting(RouteAccess::text)
        .allMatch(text -> Scope.of(text).isPresent());
  }

  @Test
  void namesTheTestThatTriesAnotherTeamForEveryRouteThatIsNotTriedByItsManifest() {
    List<String> untried =
        REPOSITORY.functions().stream()
            .flatMap(
                function ->
                    function.routes().stream()
                        .filter(Route::needsToken)
                        .filter(route -> !isTriedByItsManifest(function, route)))
            .map(Route::key)
            .toList();

    assertThat(untried).containsExactlyInAnyOrderElementsOf(OtherTeams.TESTS.keySet());
    assertThat(OtherTeams.missing(REPOSITORY_ROOT)).isEmpty();
  }

  /// Lists, and what an id in the address names, as far as a founder of another team is let in. An
  /// id that is everybody's can be asked for by anybody, and what is answered may still be some
  /// team's own: there is nothing to be refused, so that no test can try it by itself.
  private static boolean isTriedByItsManifest(FunctionManifest function, Route route) {
    boolean isList = route.pathToId().isEmpty() && route.method().equals("GET");
    boolean hasOwner =
        function.ownerOf(route).filter(owner -> owner != IdOwner.EVERYBODY).isPresent();
    return somebody(route, Role.BUYER.scopes()) == LET_IN && (isList || hasOwner);
  }

  @Test
  void letsNobodyInWhereNoRouteIs() {
    FunctionManifest some =
        REPOSITORY.functions().stream()
            .filter(function -> !function.routes().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(
            start(some)
                .handleRequest(
                    Call.get("/nowhere/at/all").bearer(tokenOf(Set.of(Scope.values()))).event(),
                    new FakeInvocation(Duration.ofSeconds(30)))
                .getBody())
        .contains("There is nothing at this address");
  }

  private static HttpFunction start(FunctionManifest manifest) {
    String access = WIRING.environmentOf(manifest).getOrDefault("AIQLEADS_ACCESS", "");
    ApplicationContext context =
        TestFunction.start(
            manifest.id().context(),
            manifest.id().name(),
            new FakeQueues(),
            Map.of("aiqleads.issuer", ISSUER.address(), "aiqleads.access", access));
    CONTEXTS.add(context);
    return new HttpFunction(context) {};
  }

  private static String tokenOf(Set<Scope> scopes) {
    return ISSUER.token(claims -> claims.claim("scope", Roles.texts(scopes)));
  }

  private static int status(HttpFunction function, Route route, String token) {
    String path = route.path().replaceAll("\\{[^}]*\\+}", "a/b").replaceAll("\\{[^}]*}", "a");
    Call call = Call.to(route.method(), path);
    Call sent = token.isEmpty() ? call : call.bearer(token);
    return function
        .handleRequest(sent.event(), new FakeInvocation(Duration.ofSeconds(30)))
        .getStatusCode();
  }
}
