package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

  private final FamilyId session = aFamily();

  @Test
  void aNewPasswordEndsWhatTheOldOneOpened() {
    SessionsSince since = new SessionsSince(new Generation(2), Optional.empty());

    assertThat(since.allows(session, Generation.FIRST)).isFalse();
    assertThat(since.allows(session, Generation.FIRST.next())).isTrue();
    assertThat(since.allows(session, new Generation(3))).isFalse();
  }

  @Test
  void aNewPasswordKeepsTheSessionThatSetIt() {
    SessionsSince since = new SessionsSince(new Generation(2), Optional.of(session));

    assertThat(since.allows(session, Generation.FIRST)).isTrue();
    assertThat(since.allows(aFamily(), Generation.FIRST)).isFalse();
  }

  @Test
  void aSessionStartsInWholeMilliseconds() {
    SessionStart start = aStart(aBuyer(), NOON.plusNanos(1_999_999));

    assertThat(start.at()).isEqualTo(NOON.plusMillis(1));
    assertThat(start.endsAt()).isEqualTo(NOON.plusMillis(1).plus(RefreshFamilies.LIFETIME));
  }

  @Test
  void aDeviceIsShownButNotWithoutLimits() {
    assertThat(new Device(" a\u0000b\n").value()).isEqualTo("a b");
    assertThat(new Device("x".repeat(200)).value()).hasSize(200);
    assertThat(new Device("x".repeat(201)).value()).hasSize(200);
    assertThat(new Device("curl")).hasToString("***");
  }

  @Test
  void actsReadTheirTextBack() {
    assertThat(Act.SIGN_IN_REFUSED.text()).isEqualTo("sign-in-refused");
    assertThat(Act.values()).allMatch(act -> Act.of(act.text()) == act);
  }
}
