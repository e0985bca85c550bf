package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final String FILTER = Cursor.hashOf("Miami", 3, List.of("a"));

  private final Cursor cursor = new Cursor("price", List.of("100", ""), "lead_1", FILTER);

  @Test
  void readsWhatItWrote() {
    assertThat(Cursor.parse(cursor.text(), "price", FILTER)).isEqualTo(cursor);
    assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void belongsToOneSortAndOneFilter() {
    String text = cursor.text();

    assertThatThrownBy(() -> Cursor.parse(text, "newest", FILTER)).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> Cursor.parse(text, "price", Cursor.hashOf("Tampa")))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm90aGluZw", "' or 1=1 --", "MQ"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Cursor.parse(text, "price", FILTER))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused -> assertThat(refused.wrongFields().getFirst().field()).isEqualTo("cursor"));
  }

  @Test
  void refusesAnotherVersionAndTooLongAText() {
    String other =
        Base64.getUrlEncoder()
            .encodeToString(
                String.join("\u001f", "2", "price", FILTER, "lead_1")
                    .getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.parse(other, "price", FILTER)).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> Cursor.parse("a".repeat(2001), "price", FILTER))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void tellsFiltersApart() {
    assertThat(Cursor.hashOf("a", 1)).isEqualTo(Cursor.hashOf("a", 1)).hasSize(12);
    assertThat(Cursor.hashOf("a", 1)).isNotEqualTo(Cursor.hashOf("a", 2));
  }
}
