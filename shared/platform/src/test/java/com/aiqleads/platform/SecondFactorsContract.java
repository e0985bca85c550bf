package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of second factors must hold.
public abstract class SecondFactorsContract {

  private final TotpSecret secret = TotpSecret.next();
  private final FamilyId session = aFamily();
  private final List<RecoveryCode> codes = RecoveryCode.next();

  protected abstract SecondFactors factors();

  /// Somebody who is in the store.
  protected abstract UserId person();

  @Test
  void nobodyHasOneAtFirst() {
    assertThat(factors().of(person())).isEqualTo(new None());
  }

  @Test
  void offersTheLastSecretUntilItIsProved() {
    UserId ann = person();

    assertThat(factors().offer(ann, TotpSecret.next())).isTrue();
    assertThat(factors().offer(ann, secret)).isTrue();
    assertThat(factors().of(ann)).isEqualTo(new Offered(secret));
    assertThat(factors().use(ann, 1)).isFalse();
    assertThat(factors().use(ann, codes.getFirst())).isFalse();

    assertThat(factors().enrol(ann, 7, codes, session)).isTrue();
    assertThat(factors().of(ann)).isEqualTo(new Enrolled(secret, 7, 10, Optional.of(session)));
  }

  @Test
  void replacesNoSecretThatIsInUse() {
    UserId ann = enrolled();

    assertThat(factors().offer(ann, TotpSecret.next())).isFalse();
    assertThat(factors().enrol(ann, 8, RecoveryCode.next(), session)).isFalse();
    assertThat(factors().of(ann)).isEqualTo(new Enrolled(secret, 7, 10, Optional.of(session)));
  }

  @Test
  void enrolsNobodyWhoWasOfferedNothing() {
    assertThat(factors().enrol(person(), 7, codes, session)).isFalse();
  }

  @Test
  void takesEachStepOnceAndNoneBeforeIt() {
    UserId ann = enrolled();

    assertThat(factors().use(ann, 7)).isFalse();
    assertThat(factors().use(ann, 8)).isTrue();
    assertThat(factors().use(ann, 8)).isFalse();
    assertThat(factors().use(ann, 6)).isFalse();
    assertThat(factors().use(ann, 9)).isTrue();
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    UserId ann = enrolled();

    assertThat(factors().use(ann, codes.getFirst())).isTrue();
    assertThat(factors().use(ann, codes.getFirst())).isFalse();
    assertThat(factors().use(ann, RecoveryCode.next().getFirst())).isFalse();
    assertThat(factors().of(ann)).isEqualTo(new Enrolled(secret, 7, 9, Optional.of(session)));
  }

  @Test
  void takesNobodyElsesCode() {
    UserId ann = enrolled();
    UserId bob = person();

    assertThat(factors().use(bob, codes.getFirst())).isFalse();
    assertThat(factors().use(bob, 9)).isFalse();
    assertThat(factors().of(ann)).isEqualTo(new Enrolled(secret, 7, 10, Optional.of(session)));
  }

  @Test
  void forgetsAllOfIt() {
    UserId ann = enrolled();

    factors().remove(ann);

    assertThat(factors().of(ann)).isEqualTo(new None());
    assertThat(factors().use(ann, codes.getFirst())).isFalse();
    assertThat(factors().offer(ann, secret)).isTrue();
  }

  private UserId enrolled() {
    UserId ann = person();
    factors().offer(ann, secret);
    factors().enrol(ann, 7, codes, session);
    return ann;
  }
}
