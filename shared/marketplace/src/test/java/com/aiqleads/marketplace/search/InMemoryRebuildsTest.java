package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.marketplace.search.Rebuilds.Claim;
import org.junit.jupiter.api.Test;

/// It must do as the database does.
class InMemoryRebuildsTest {
  private static final RebuildId FIRST = new RebuildId(Ids.derived("rebuild", "1"));
  private static final RebuildId SECOND = new RebuildId(Ids.derived("rebuild", "2"));

  private final InMemoryRebuilds rebuilds = new InMemoryRebuilds();

  @Test
  void oneRunsAtATime() {
    assertThat(rebuilds.begin(FIRST)).isEqualTo(new Claim.Taken());
    assertThat(rebuilds.begin(SECOND)).isEqualTo(new Claim.InProgress(InMemoryRebuilds.BEGAN));
  }

  @Test
  void oneThatWasGivenUpDoesNotEndTheNext() {
    rebuilds.begin(FIRST);
    rebuilds.giveUp();
    rebuilds.begin(SECOND);

    rebuilds.end(FIRST);
    assertThat(rebuilds.inProgress()).isTrue();

    rebuilds.end(SECOND);
    assertThat(rebuilds.inProgress()).isFalse();
  }

  @Test
  void isKnownByAnIdThatSaysWhatItIs() {
    assertThat(FIRST).asString().startsWith("rebuild_").isEqualTo(FIRST.text());
  }
}
