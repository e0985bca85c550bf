package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of challenges must hold.
public abstract class ChallengesContract {

  private static final Instant END = NOON.plus(Challenges.LIFETIME);

  private final RandomSecret challenge = RandomSecret.next();
  private final SessionStart start =
      SessionStart.of(aBuyer(), new Generation(7), NOON, new Device("a browser"));

  protected abstract Challenges challenges();

  @Test
  void knowsWhoseSignInItIs() {
    challenges().add(challenge, start);

    assertThat(challenges().find(challenge, NOON)).contains(start);
    assertThat(challenges().find(RandomSecret.next(), NOON)).isEmpty();
  }

  @Test
  void endsFiveMinutesAfterTheSignInBegan() {
    challenges().add(challenge, start);

    assertThat(challenges().find(challenge, END.minusMillis(1))).contains(start);
    assertThat(challenges().find(challenge, END)).isEmpty();
    assertThat(challenges().find(challenge, END.plusMillis(1))).isEmpty();
  }

  @Test
  void isGoodForOneSession() {
    challenges().add(challenge, start);

    assertThat(challenges().use(challenge)).isTrue();
    assertThat(challenges().use(challenge)).isFalse();
    assertThat(challenges().find(challenge, NOON)).isEmpty();
  }
}
