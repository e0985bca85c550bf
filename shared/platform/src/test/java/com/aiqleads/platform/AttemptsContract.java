package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every counter of attempts must hold.
public abstract class AttemptsContract {

  private static final Limit LIMIT = new Limit("contract", 3, Duration.ofMinutes(15));

  private final String subject = UUID.randomUUID().toString();

  protected abstract Attempts attempts();

  @Test
  void countsWithinAWindow() {
    assertThat(attempts().add(LIMIT, subject, NOON)).isEqualTo(1);
    assertThat(attempts().add(LIMIT, subject, NOON.plusSeconds(899))).isEqualTo(2);
  }

  @Test
  void startsAnewInTheNextWindow() {
    attempts().add(LIMIT, subject, NOON.plusSeconds(899));

    assertThat(attempts().add(LIMIT, subject, NOON.plusSeconds(900))).isEqualTo(1);
  }

  @Test
  void countsSubjectsAndLimitsApart() {
    attempts().add(LIMIT, subject, NOON);

    assertThat(attempts().add(LIMIT, "another" + subject, NOON)).isEqualTo(1);
    assertThat(attempts().add(Limit.WRONG_PASSWORDS, subject, NOON)).isEqualTo(1);
  }

  @Test
  void uncountsWhatIsGivenBack() {
    attempts().add(LIMIT, subject, NOON);

    attempts().giveBack(LIMIT, subject, NOON);

    assertThat(attempts().add(LIMIT, subject, NOON)).isEqualTo(1);
  }

  @Test
  void admitsAsManyAsTheLimitSays() {
    attempts().add(LIMIT, subject, NOON);

    assertThat(attempts().admit(LIMIT, subject, NOON)).isEmpty();
    assertThat(attempts().admit(LIMIT, subject, NOON)).isEmpty();
    assertThat(attempts().admit(LIMIT, subject, NOON)).contains(Duration.ofMinutes(15));
  }
}
