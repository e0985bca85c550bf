package com.aiqleads.platform.serveconsole;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// The console as the gateway meets it, with an API that answers as told. One serves all tests of
/// this JVM, and ends with it.
abstract class RunningConsole {

  static final Issuer ISSUER = new Issuer();

  static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  static final String ORIGIN = "https://aiqleads.example";

  static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .environments("function", "lambda")
          .properties(
              Map.ofEntries(
                  Map.entry("aiqleads.stage", "test"),
                  Map.entry("aiqleads.context", "platform"),
                  Map.entry("aiqleads.function", "serve-console"),
                  Map.entry("aiqleads.api.url", ORIGIN),
                  Map.entry("aiqleads.issuer", ISSUER.address()),
                  Map.entry("aiqleads.admin.url", "http://admin"),
                  Map.entry(
                      "aiqleads.access",
                      "GET /=public;GET /console=session;GET /console/{proxy+}=session;"
                          + "POST /console/{proxy+}=session;GET /docs=public;"
                          + "GET /openapi.json=public"),
                  Map.entry("micronaut.security.enabled", "true")))
          .start();

  static final FakeApi API = CONTEXT.getBean(FakeApi.class);

  static final String LEAD =
      """
      {"leadId":"lead_01","headline":"3-bedroom house in Miami, FL","teaser":"Big <b>pool</b>",
       "city":"Miami","state":"FL","zip":"33137","price":{"amount":{"minorUnits":1250,
       "currency":"USD"},"exclusive":{"minorUnits":3750,"currency":"USD"},"reasons":[{"code":"base","text":"Base price of a house."}]},
       "askingPrice":{"minorUnits":45000000,"currency":"USD"},
       "property":{"type":"house","bedrooms":3,"bathrooms":2.5,"livingAreaSqft":1800,
       "yearBuilt":1978},"quality":{"points":81,"band":"good","reasons":[{"code":"fresh",
       "text":"Seen today."}]},"sources":["fsbo","forsalebyowner"],
       "firstSeenAt":"2026-11-01T00:00:00Z","hasPhone":true,"hasEmail":false,"photos":4,
       "slots":{"total":3,"free":3}%s}
      """;

  Visitor visitor = new Visitor(CONTEXT);

  @BeforeEach
  void forget() {
    API.forget();
    API.answers("/providers", 200, "{\"providers\":[]}");
    visitor = new Visitor(CONTEXT);
  }

  Visitor signedIn(String role, String... scopes) {
    return visitor.with("__Host-session", ISSUER.token(role, scopes));
  }

  static void cart() {
    API.answers("/waits", 200, "{\"waits\":[]}");
    API.answers(
        "/cart",
        200,
        """
        {"lines":[{"hold":{"id":"hold_1","lead":"lead_01","mode":"shared",
            "price":{"minorUnits":1250},"until":"2026-11-22T12:05:00Z","extensionsLeft":1},
            "headline":"3-bedroom house in Miami, FL","onSale":true},
          {"hold":{"id":"hold_2","lead":"lead_02","mode":"shared","price":{"minorUnits":900},
            "until":"2026-11-22T12:06:00Z","extensionsLeft":0},"headline":"Condo","onSale":false},
          {"hold":{"id":"hold_3","lead":"lead_03","mode":"shared","price":{"minorUnits":700},
            "until":"2026-11-22T12:40:00Z","extensionsLeft":0},"headline":"Loft","onSale":true,
            "payment":"payment_1"}],
         "total":{"minorUnits":1250}}
        """);
    API.answers("/wallet", 200, "{\"balance\":{\"minorUnits\":1249}}");
  }
}
