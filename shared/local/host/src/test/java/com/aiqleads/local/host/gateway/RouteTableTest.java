package com.aiqleads.local.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

  private final RouteTable routes =
      new RouteTable(
          List.of(
              entry("GET", "/leads/{proxy+}"),
              entry("GET", "/leads/{id}"),
              entry("GET", "/leads/{id}/offers"),
              entry("GET", "/leads/newest"),
              entry("GET", "/leads"),
              entry("POST", "/leads"),
              entry("GET", "/")));

  @ParameterizedTest
  @CsvSource({
    "GET, /, /",
    "GET, /leads, /leads",
    "POST, /leads, /leads",
    "GET, /leads/newest, /leads/newest",
    "GET, /leads/lead_1, /leads/{id}",
    "GET, /leads/lead_1/offers, /leads/{id}/offers",
    "GET, /leads/lead_1/other, /leads/{proxy+}",
    "GET, /leads/a/b/c, /leads/{proxy+}"
  })
  void takesTheMostExactRoute(String method, String path, String route) {
    assertThat(routes.find(method, path).orElseThrow().entry().route().path()).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /leads", "GET, /other", "POST, /leads/lead_1", "GET, /leadsx"})
  void findsNothingElse(String method, String path) {
    assertThat(routes.find(method, path)).isEmpty();
  }

  @Test
  void tellsThePathParametersAsTheyWereSent() {
    assertThat(routes.find("GET", "/leads/a%20b").orElseThrow().parameters())
        .isEqualTo(Map.of("id", "a%20b"));
    assertThat(routes.find("GET", "/leads/a/b/c").orElseThrow().parameters())
        .isEqualTo(Map.of("proxy", "a/b/c"));
  }

  private static RouteTable.Entry entry(String method, String path) {
    return new RouteTable.Entry(new Route(method, path, new RouteAccess.Public()), "sample-web");
  }
}
