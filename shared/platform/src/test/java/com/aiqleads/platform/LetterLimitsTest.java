package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterLimitsTest {

  private static final Email ANN = new Email("ann@buyers.example");
  private static final Email BOB = new Email("bob@buyers.example");

  private final TeamId team = aBuyer().team().id();
  private final LetterLimits limits = new LetterLimits(new InMemoryAttempts());

  @Test
  void areThreeLettersInHalfAnHourForEachAddressAndKind() {
    for (int letter = 0; letter < 3; letter++) {
      assertThat(limits.admits(MailKind.RESET_PASSWORD, ANN, NOON)).isTrue();
    }

    assertThat(limits.admits(MailKind.RESET_PASSWORD, new Email("ANN@buyers.example"), NOON))
        .isFalse();
    assertThat(limits.admits(MailKind.CONFIRM_EMAIL, ANN, NOON)).isTrue();
    assertThat(limits.admits(MailKind.RESET_PASSWORD, BOB, NOON)).isTrue();
    assertThat(limits.admits(MailKind.RESET_PASSWORD, ANN, NOON.plus(Duration.ofMinutes(30))))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void leaveALetterThatIsStillGood(MailKind kind) {
    assertThat(kind.lifetime()).isGreaterThanOrEqualTo(Limit.LETTERS.window().multipliedBy(2));
  }

  @Test
  void areThreeInvitationsADayForEachAddressByWhicheverTeam() {
    assertThat(limits.admitInvitation(team, ANN, NOON)).isEmpty();
    assertThat(limits.admitInvitation(aBuyer().team().id(), ANN, NOON)).isEmpty();
    assertThat(limits.admitInvitation(team, ANN, NOON)).isEmpty();

    assertThat(limits.admitInvitation(aBuyer().team().id(), ANN, NOON))
        .contains(Duration.ofHours(12));
    assertThat(limits.admitInvitation(team, BOB, NOON)).isEmpty();
    assertThat(limits.admitInvitation(team, ANN, NOON.plus(Duration.ofHours(12)))).isEmpty();
  }

  @Test
  void areAHundredInvitationsADayForEachTeam() {
    for (int number = 0; number < 100; number++) {
      assertThat(limits.admitInvitation(team, new Email("p" + number + "@b.example"), NOON))
          .isEmpty();
    }

    assertThat(limits.admitInvitation(team, ANN, NOON)).isPresent();
    for (int other = 0; other < 3; other++) {
      assertThat(limits.admitInvitation(aBuyer().team().id(), ANN, NOON)).isEmpty();
    }
  }
}
