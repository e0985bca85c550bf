package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeCheckTest {

  private final SessionOwner ann = aBuyer().owner();
  private final TotpSecret secret = TotpSecret.next();
  private final List<RecoveryCode> codes = RecoveryCode.next();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final CodeCheck check = new CodeCheck(factors, trail);

  @Test
  void takesACodeOfNowOnce() {
    factors.enrol(ann.user(), secret, 0, codes, aFamily());
    String code = Totp.code(secret, NOON);

    assertThat(check.shows(ann, Totp.code(secret, NOON.plusSeconds(90)), NOON)).isFalse();
    assertThat(check.shows(ann, code, NOON)).isTrue();
    assertThat(check.shows(ann, code, NOON)).isFalse();
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void takesARecoveryCodeOnceAndWritesItDown() {
    factors.enrol(ann.user(), secret, 0, codes, aFamily());
    String code = codes.getFirst().readable();

    assertThat(check.shows(ann, "nonsense", NOON)).isFalse();
    assertThat(check.shows(ann, code, NOON)).isTrue();
    assertThat(check.shows(ann, code, NOON)).isFalse();
    assertThat(trail.acts()).containsExactly(Act.RECOVERY_CODE_USED);
  }

  @Test
  void takesNothingOfAnAppThatIsNotEnrolled() {
    factors.offer(ann.user(), secret);

    assertThat(check.shows(ann, Totp.code(secret, NOON), NOON)).isFalse();
  }
}
