package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

  private final AccessRules rules =
      new AccessRules(
          "GET /{proxy+}=session;GET /leads=public;GET /leads/{id}=marketplace:read; "
              + "GET /leads/new=signed-in ;POST /leads=marketplace:write");

  @ParameterizedTest
  @CsvSource({
    "GET, /leads, GET /leads",
    "GET, /leads/, GET /leads",
    "POST, /leads, POST /leads",
    "GET, /leads/new, GET /leads/new",
    "GET, /leads/7, GET /leads/{id}",
    "GET, /leads/7/8, GET /{proxy+}",
    "GET, /other, GET /{proxy+}",
    "GET, /, nothing",
    "DELETE, /leads, nothing",
    "POST, /leads/7, nothing"
  })
  void findsTheRouteAsTheGatewayDoes(String method, String path, String route) {
    assertThat(rules.find(method, path).map(AccessRules.Rule::route).orElse("nothing"))
        .isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"GET,/leads", "GET,/"})
  void allowsNothingWhereNothingIsListed(String method, String path) {
    assertThat(new AccessRules("").find(method, path)).isEmpty();
  }
}
