package com.aiqleads.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  private static final String BASE = "https://homes.example/a/b?c#d";

  @ParameterizedTest
  @CsvSource({
    "/listing/1, https://homes.example/listing/1",
    "x?y=%7C, https://homes.example/a/x?y=%7C",
    "//other.example/1, https://other.example/1",
    "HTTP://other.example:8080/1, HTTP://other.example:8080/1",
    "https://other.example/café, https://other.example/café"
  })
  void resolvesWhatAPageLinksTo(String link, String address) {
    assertThat(WebAddress.of(BASE, link)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "mailto:dana@letterbox.example",
        "file:///etc/passwd",
        "ftp://homes.example/1",
        "https:1",
        "https://",
        "https:///1",
        "a b",
        "a|b",
        "a{b",
        "a\\b",
        "100%",
        "a\u0000b"
      })
  void isNoneWithoutAHostOrWithSignsThatNoAddressHas(String link) {
    assertThat(WebAddress.of(BASE, link)).isEmpty();
  }

  @Test
  void isNoneOnAPageThatHasNone() {
    assertThat(WebAddress.of("https://homes.example/a|b", "/1")).isEmpty();
  }

  @Test
  void isNoneIfItIsLongerThanAnyRealOne() {
    String most = "https://homes.example/" + "x".repeat(WebAddress.MAX_LENGTH - 22);

    assertThat(WebAddress.of(BASE, most)).isPresent();
    assertThat(WebAddress.of(BASE, most + "x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://homes.example/1, https://homes.example/1",
    "https://homes.example/1#photos, https://homes.example/1",
    "https://homes.example/1?, https://homes.example/1",
    "https://homes.example/1?b=2&a=1, https://homes.example/1?a=1&b=2",
    "https://homes.example/1?utm_source=mail&ref=x&b=2&fbclid=y&, https://homes.example/1?b=2",
    "https://homes.example/1?ref#x?y=1, https://homes.example/1",
    "https://homes.example/1?refine=a%26b, https://homes.example/1?refine=a%26b"
  })
  void aPageHasOneAddressHoweverItIsLinkedTo(String link, String address) {
    assertThat(WebAddress.canonical(link)).isEqualTo(address);
  }

  @Test
  void halfACharacterStandsInNoAddress() {
    assertThat(WebAddress.of("https://fsbo.com/", "/a\ud83c")).isEmpty();
    assertThat(WebAddress.of("https://fsbo.com/", "/a\ud83c\udfe0")).isPresent();
  }
}
