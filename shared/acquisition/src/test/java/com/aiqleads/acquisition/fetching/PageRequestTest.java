package com.aiqleads.acquisition.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageRequestTest {

  private static final URI URL = URI.create("https://homes.example/search");

  @Test
  void theAddressSaysWhatWasPosted() {
    assertThat(PageRequest.get(URL).address()).isEqualTo("https://homes.example/search");
    assertThat(PageRequest.form(URL, Map.of("place", "Miami, FL")).address())
        .isEqualTo("https://homes.example/search#place=Miami%2C+FL");
    assertThat(PageRequest.json(URL, "{\"page\":1}").address())
        .isEqualTo("https://homes.example/search#%7B%22page%22%3A1%7D");
  }

  @Test
  void onlyWhatHasABodyIsPosted() {
    assertThat(PageRequest.get(URL).isPost()).isFalse();
    assertThat(PageRequest.json(URL, "{}").isPost()).isTrue();
  }

  @Test
  void bytesAreEqualByContentAndKeepToThemselves() {
    byte[] bytes = {1, 2};
    PageBytes page = PageBytes.of(bytes);
    bytes[0] = 9;
    page.toArray()[1] = 9;

    assertThat(page)
        .isEqualTo(PageBytes.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(PageBytes.of(new byte[] {1, 2}));
    assertThat(page).isNotEqualTo(PageBytes.of("x")).hasToString("2 bytes");
    assertThat(PageBytes.of("").hash()).startsWith("e3b0c44298fc1c14");
  }
}
