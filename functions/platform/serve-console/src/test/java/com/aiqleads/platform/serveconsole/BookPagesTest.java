package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How the money of all teams stands.
class BookPagesTest extends RunningConsole {

  @Test
  void saysWhatIsNotInOrderFirst() {
    books(2, 5, Instant.now().minus(Duration.ofHours(3)));

    String page = admin().get("/console/books").getBody();

    assertThat(page)
        .contains("Not all is in order", "2 faults, 2026-11-22 08:30:00", "5 cents, where 0 must")
        .contains("17, the oldest since ", "Wallet", "$1,234.50", "Sales")
        .containsSubsequence("<h2 id=\"order-title\">", "No</strong>", "Yes</td>")
        .containsOnlyOnce("<td>None</td>");
  }

  @Test
  void isCalmWhenAllIsWell() {
    books(0, 0, Instant.now());

    String page = admin().get("/console/books").getBody();

    assertThat(page)
        .contains("No fault, 2026-11-22 08:30:00", "0, as it must be", "17, the oldest since ")
        .doesNotContain("No</strong>", "Not all is in order");
  }

  @Test
  void saysThatNobodyHasLookedYet() {
    API.answers("/ledger-health", 200, "{\"checks\":[],\"sums\":[],\"accounts\":[]}");

    assertThat(admin().get("/console/books").getBody())
        .contains("Nobody has looked yet", "No money has moved yet.")
        .doesNotContain("No</strong>");
  }

  @Test
  void isOfAdminsAlone() {
    API.answers("/ledger-health", 403, "{\"detail\":\"Not for you.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/books").getStatusCode()).isEqualTo(403);
    assertThat(buyer.get("/console/account").getBody()).doesNotContain("/console/books");
  }

  private Visitor admin() {
    return signedIn("admin", "marketplace:read", "marketplace:admin");
  }

  private static void books(int faults, int sum, Instant since) {
    API.answers(
        "/ledger-health",
        200,
        """
        {"checks":[{"at":"2026-11-22T08:30:00Z","faults":%d,"chainEnd":41}],
         "sums":[{"currency":"USD","minorUnits":%d}],
         "accounts":[{"kind":"wallet","currency":"USD","minorUnits":123450},
           {"kind":"sales","currency":"USD","minorUnits":-123450}],
         "unsealed":{"count":17,"since":"%s"},
         "unknownPayments":{"count":0},
         "unfinishedOrders":{"count":1,"since":"%s"},
         "unreceipted":{"count":3,"since":"%s"}}
        """
            .formatted(faults, sum, since, Instant.now(), Instant.now()));
  }
}
