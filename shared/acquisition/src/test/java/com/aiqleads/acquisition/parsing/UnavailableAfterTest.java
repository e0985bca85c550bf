package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableAfterTest {

  private static final Instant END = Instant.parse("2026-12-20T18:12:10Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name=\"robots\" content=\"noarchive,nofollow,unavailable_after: 2026-12-20T13:12:10-0500\">",
        "<meta content=\"unavailable_after: 2026-12-20T13:12:10-0500\" name=\"robots\">",
        "<meta name=\"robots\" content=\"UNAVAILABLE_AFTER:2026-12-20T18:12:10Z\">"
      })
  void isReadWithoutReadingThePage(String page) {
    assertThat(UnavailableAfter.ofPage("<head>" + page + "</head>")).hasValue(END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<meta name=\"robots\" content=\"nofollow\">",
        "<meta name=\"robots\" content=\"unavailable_after: soon\">",
        "unavailable_after: 2026-12-20T18:12:10Z"
      })
  void isOnlyWhatTheSiteSays(String page) {
    assertThat(UnavailableAfter.ofPage(page)).isEmpty();
  }

  @Test
  void agreesWithTheParser() {
    assertThat(UnavailableAfter.ofPage(Pages.text("craigslist-posting.html"))).isPresent();
  }
}
