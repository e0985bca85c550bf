package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of pending links must hold.
public abstract class PendingLinksContract {

  private static final Instant END = NOON.plus(PendingLinks.LIFETIME);

  private final RandomSecret secret = RandomSecret.next();
  private final PendingLink link =
      new PendingLink(new Identity("https://provider.example", "4711"), aBuyer().user().id(), NOON);

  protected abstract PendingLinks links();

  @Test
  void knowsWhatIsToBeLinked() {
    links().add(secret, link);

    assertThat(links().find(secret, NOON)).contains(link);
    assertThat(links().find(RandomSecret.next(), NOON)).isEmpty();
  }

  @Test
  void endsAfterTenMinutes() {
    links().add(secret, link);

    assertThat(links().find(secret, END.minusMillis(1))).contains(link);
    assertThat(links().find(secret, END)).isEmpty();
    assertThat(links().find(secret, END.plusMillis(1))).isEmpty();
  }

  @Test
  void isGoodOnce() {
    links().add(secret, link);

    assertThat(links().use(secret)).isTrue();
    assertThat(links().use(secret)).isFalse();
    assertThat(links().find(secret, NOON)).isEmpty();
  }
}
