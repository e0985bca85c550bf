package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Email ANN = new Email("ann@buyers.example");
  private static final Network HOME = new Network("192.0.2.1");

  private final WrongPasswords wrong = new WrongPasswords(new InMemoryAttempts());

  @Test
  void areTenFromOneNetworkInAQuarterOfAnHour() {
    guess(HOME, 10);

    assertThat(wrong.admit(new Email("ANN@buyers.example"), HOME, NOON)).contains(QUARTER);
    assertThat(wrong.admit(new Email("bob@buyers.example"), HOME, NOON)).isEmpty();
    assertThat(wrong.admit(ANN, HOME, NOON.plus(QUARTER))).isEmpty();
  }

  @Test
  void fromOneNetworkShutAnAccountForNobodyElse() {
    guess(HOME, 1_000);

    assertThat(wrong.admit(ANN, new Network("192.0.2.2"), NOON)).isEmpty();
  }

  @Test
  void areAHundredFromAllNetworksTogether() {
    for (int network = 0; network < 10; network++) {
      guess(new Network("198.51.100." + network), 10);
    }

    assertThat(wrong.admit(ANN, HOME, NOON)).contains(QUARTER);
    assertThat(wrong.admit(ANN, HOME, NOON.plus(QUARTER))).isEmpty();
  }

  @Test
  void areNoneOfWhoeverIsRight() {
    for (int time = 0; time < 200; time++) {
      assertThat(wrong.admit(ANN, HOME, NOON)).isEmpty();
      wrong.giveBack(ANN, HOME, NOON);
    }
  }

  @Test
  void keepToThemselvesWhereTheyCameFrom() {
    assertThat(HOME).hasToString("***");
  }

  private void guess(Network from, int times) {
    for (int time = 0; time < times; time++) {
      var _ = wrong.admit(ANN, from, NOON);
    }
  }
}
