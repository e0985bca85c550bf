package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeforeCursorTest {

  @Test
  void beginsWithTheNewest() {
    assertThat(BeforeCursor.of(Optional.empty())).isEqualTo(BeforeCursor.END_OF_TIME);
  }

  @Test
  void goesOnWhereAPageEnded() {
    assertThat(BeforeCursor.of(Optional.of("2026-11-19T12:00:00.123456Z")))
        .isEqualTo(Instant.parse("2026-11-19T12:00:00.123456Z"));
  }

  @Test
  void staysWithinWhatDatabasesKnow() {
    assertThat(BeforeCursor.of(Optional.of("+999999999-12-31T23:59:59Z")))
        .isEqualTo(BeforeCursor.END_OF_TIME);
    assertThat(BeforeCursor.of(Optional.of("-999999999-01-01T00:00:00Z"))).isEqualTo(Instant.EPOCH);
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text : new String[] {"", "yesterday", "2026-11-19", "2026-13-01T00:00:00Z"}) {
      assertThatThrownBy(() -> BeforeCursor.of(Optional.of(text)))
          .isInstanceOfSatisfying(
              BadInput.class,
              refused ->
                  assertThat(refused.wrongFields())
                      .containsExactly(new WrongField("before", "must be the `next` of a page")));
    }
  }
}
