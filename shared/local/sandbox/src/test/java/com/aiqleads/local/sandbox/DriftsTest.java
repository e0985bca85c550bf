package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftsTest {

  private static final Home HOME =
      World.drawn(7, 300).stream()
          .filter(home -> home.onFsbo() && home.flaw() == Flaw.NONE && home.number() % 10 == 1)
          .findFirst()
          .orElseThrow();

  private final Sandbox sandbox = Sandbox.start(0, 7, 300);
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
  void aSiteDriftsOnDemandAndIsAsBeforeAgain() {
    String path = FsboPage.detailPath(HOME);
    HttpResponse<String> calm = visitor.get(path);
    String tag = calm.headers().firstValue("ETag").orElse("none");

    assertThat(drift("site=fsbo&drift=renamed").body()).contains("renamed from 2026-11-01");
    HttpResponse<String> drifted = visitor.get(path, "If-None-Match", tag);
    assertThat(drifted.statusCode()).isEqualTo(200);
    assertThat(drifted.body()).contains("class=\"asking\"").doesNotContain("class=\"price\"");
    assertThat(drifted.headers().firstValue("Last-Modified")).isEmpty();
    drift("site=fsbo&drift=renamed&on=false");

    assertThat(visitor.get(path).body()).isEqualTo(calm.body());
    assertThat(visitor.get("/control/drifts").body()).isEqualTo("{\"on\":{}}");
  }

  @Test
  void aSiteDriftsOnADate() {
    String path = FsboPage.detailPath(HOME);
    String calm = visitor.get(path).body();

    drift("site=fsbo&drift=swapped&from=2026-11-02");
    assertThat(visitor.get(path).body()).isEqualTo(calm);
    try (Sandbox tomorrow = Sandbox.start(0, 7, 300, LocalDate.of(2026, 11, 2))) {
      Visitor later = Visitor.of(tomorrow);
      later.turn(Fault.SCHEDULE, false);
      later.postForm("/control/drifts", "site=fsbo&drift=swapped&from=2026-11-02");
      assertThat(later.get(path).body())
          .contains("<th>Bathrooms:</th><td>" + HOME.rooms().bedrooms());
    }
  }

  @Test
  void aMonthsInstalmentIsWrittenAsThePriceWas() {
    String month = String.format(java.util.Locale.US, "$%,d", Prices.of(HOME, false) / 240);
    drift("site=fsbo&drift=instalment");

    assertThat(visitor.get(FsboPage.detailPath(HOME)).body()).contains(month);
  }

  @Test
  void refusesWhatNoSiteCan() {
    assertThat(drift("site=myspace&drift=renamed").statusCode()).isEqualTo(400);
    assertThat(drift("site=linkedin&drift=turned").statusCode()).isEqualTo(400);
    assertThat(drift("site=fsbo&drift=flown").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> drift(String form) {
    return visitor.postForm("/control/drifts", form);
  }
}
