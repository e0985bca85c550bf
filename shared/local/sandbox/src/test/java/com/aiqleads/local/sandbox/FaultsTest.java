package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final Home HOME =
      World.drawn(7, Sandbox.DEFAULT_HOMES).stream()
          .filter(home -> home.onFsbo() && home.flaw() == Flaw.NONE && home.number() % 10 == 1)
          .findFirst()
          .orElseThrow();

  private final Sandbox sandbox = Sandbox.start(0, 7, Sandbox.DEFAULT_HOMES);
  private final Visitor visitor = Visitor.of(sandbox);

  @BeforeEach
  void beReliable() {
    visitor.turn(Fault.SCHEDULE, false);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void throttlesInBothFormsOfRetryAfter() {
    visitor.turn(Fault.TOO_MANY_REQUESTS, true);
    HttpResponse<String> seconds = visitor.get("/fsbo/");
    visitor.turn(Fault.TOO_MANY_REQUESTS, false);
    visitor.turn(Fault.TOO_MANY_REQUESTS_DATE, true);
    HttpResponse<String> date = visitor.get("/fsbo/");

    assertThat(seconds.statusCode()).isEqualTo(429);
    assertThat(seconds.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(date.statusCode()).isEqualTo(429);
    assertThat(date.headers().firstValue("Retry-After").orElseThrow()).endsWith("GMT");
  }

  @Test
  void isUnavailableSlowOrLockedOnDemand() {
    assertThat(answerUnder(Fault.UNAVAILABLE).statusCode()).isEqualTo(503);
    assertThat(answerUnder(Fault.SLOW).statusCode()).isEqualTo(200);
    assertThat(answerUnder(Fault.LOGIN_WALL).body()).contains("Sign in");
    assertThat(answerUnder(Fault.PRESS_AND_HOLD).body()).contains("Press & Hold");
    assertThat(answerUnder(Fault.CAPTCHA).body()).contains("captcha-delivery");
    assertThat(answerUnder(Fault.FORBIDDEN).statusCode()).isEqualTo(403);
  }

  @Test
  void changesItsRobotsFile() {
    assertThat(visitor.get("/robots.txt").body())
        .contains("Crawl-delay: 0.001", "Disallow: /fsbo/account/");
    assertThat(robotsUnder(Fault.CRAWL_DELAY).body()).contains("Crawl-delay: 2");
    assertThat(robotsUnder(Fault.ROBOTS_FORBID).body()).contains("Disallow: /\n");
    assertThat(robotsUnder(Fault.ROBOTS_MISSING).statusCode()).isEqualTo(404);
    assertThat(robotsUnder(Fault.ROBOTS_UNAVAILABLE).statusCode()).isEqualTo(503);
  }

  @Test
  void showsEveryPageInTheOldLayout() {
    visitor.turn(Fault.OLD_LAYOUT, true);
    String home = visitor.get("/fsbo/").body();
    String key =
        home.replaceAll("(?s).*name=\"form_key\" type=\"hidden\" value=\"([^\"]+)\".*", "$1");

    assertThat(home).contains("submitstate");
    assertThat(
            visitor
                .postForm("/fsbo/listings/search/search/", "form_key=" + key + "&searchQuery=Miami")
                .body())
        .contains("pagingForm", "nextPage");
    assertThat(visitor.get(FsboPage.detailPath(HOME)).body()).contains("Email Address:");
  }

  @Test
  void repricesEveryListing() {
    visitor.turn(Fault.REPRICE, true);

    assertThat(visitor.get(FsboPage.detailPath(HOME)).body())
        .contains(FsboPage.price(HOME, true))
        .doesNotContain(FsboPage.price(HOME, false));
  }

  @Test
  void scheduleStrikesTheSameAddressesOnceEach() {
    visitor.turn(Fault.SCHEDULE, true);
    IntFunction<Integer> visit =
        id -> visitor.get("/fsbo/listings/listings/show/id/" + (700_000 + id) + "/").statusCode();

    Map<Integer, Long> first =
        IntStream.range(0, 500)
            .mapToObj(visit)
            .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    List<Integer> second = IntStream.range(0, 500).mapToObj(visit).distinct().toList();

    assertThat(first).containsKeys(404, 429, 503);
    assertThat(second).containsExactly(404);
  }

  @Test
  void countsItsVisitorsAndWhoDisobeys() {
    visitor.get("/fsbo/");
    visitor.get("/forsalebyowner/search/autocomplete?searchString=x");
    visitor.get("/fsbo/account/login/");

    assertThat(visitor.get("/control/visits").body())
        .contains("\"fsbo\":{", "\"forbiddenByRobots\":1", "\"404\":1");
  }

  @Test
  void listsItsFaultsAndRefusesUnknownOnes() {
    visitor.turn(Fault.SLOW, true);

    assertThat(visitor.get("/control/faults").body()).isEqualTo("{\"on\":[\"slow\"]}");
    assertThat(visitor.postForm("/control/faults", "fault=flood").statusCode()).isEqualTo(400);
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = sandbox.baseUri().getPort();

    assertThatThrownBy(() -> Sandbox.start(port, 7, Sandbox.DEFAULT_HOMES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(port));
  }

  private HttpResponse<String> answerUnder(Fault fault) {
    return under(fault, "/fsbo/");
  }

  private HttpResponse<String> robotsUnder(Fault fault) {
    return under(fault, "/robots.txt");
  }

  private HttpResponse<String> under(Fault fault, String path) {
    visitor.turn(fault, true);
    HttpResponse<String> answer = visitor.get(path);
    visitor.turn(fault, false);
    return answer;
  }
}
