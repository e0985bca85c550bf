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

    factors().offer(ann, TotpSecret.next());
    factors().offer(ann, secret);
    assertThat(factors().of(ann)).isEqualTo(new Offered(secret));
    assertThat(factors().offered(ann)).contains(secret);
    assertThat(factors().use(ann, 1)).isFalse();
    assertThat(factors().use(ann, codes.getFirst())).isFalse();

    factors().enrol(ann, secret, 7, codes, session);
    assertThat(factors().of(ann)).isEqualTo(enrolled(10));
    assertThat(factors().offered(ann)).isEmpty();
    assertThat(factors().offered(person())).isEmpty();
  }

  @Test
  void keepsWhatIsInUseUntilAnotherTakesItsPlace() {
    UserId ann = enrolled();
    TotpSecret next = TotpSecret.next();
    List<RecoveryCode> fresh = RecoveryCode.next();
    FamilyId later = aFamily();

    factors().offer(ann, next);
    assertThat(factors().of(ann)).isEqualTo(enrolled(10));
    assertThat(factors().offered(ann)).contains(next);
    factors().enrol(ann, next, 3, fresh, later);

    assertThat(factors().of(ann)).isEqualTo(new Enrolled(next, 3, 10, Optional.of(later)));
    assertThat(factors().offered(ann)).isEmpty();
    assertThat(factors().use(ann, codes.getFirst())).isFalse();
    assertThat(factors().use(ann, fresh.getFirst())).isTrue();
  }

  @Test
  void replacesRecoveryCodes() {
    UserId ann = enrolled();
    UserId bob = enrolled();
    List<RecoveryCode> fresh = RecoveryCode.next();
    factors().use(ann, codes.getFirst());

    factors().replaceCodes(ann, fresh);

    assertThat(factors().of(ann)).isEqualTo(enrolled(10));
    assertThat(factors().use(ann, codes.getLast())).isFalse();
    assertThat(factors().use(ann, fresh.getFirst())).isTrue();
    assertThat(factors().use(bob, codes.getLast())).isTrue();
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
    assertThat(factors().of(ann)).isEqualTo(enrolled(9));
  }

  @Test
  void takesNobodyElsesCode() {
    UserId ann = enrolled();
    UserId bob = person();

    assertThat(factors().use(bob, codes.getFirst())).isFalse();
    assertThat(factors().use(bob, 9)).isFalse();
    assertThat(factors().of(ann)).isEqualTo(enrolled(10));
  }

  @Test
  void forgetsAllOfIt() {
    UserId ann = enrolled();

    factors().remove(ann);

    assertThat(factors().of(ann)).isEqualTo(new None());
    assertThat(factors().use(ann, codes.getFirst())).isFalse();
    assertThat(factors().offered(ann)).isEmpty();
  }

  private UserId enrolled() {
    UserId ann = person();
    factors().offer(ann, secret);
    factors().enrol(ann, secret, 7, codes, session);
    return ann;
  }

  private Enrolled enrolled(int codesLeft) {
    return new Enrolled(secret, 7, codesLeft, Optional.of(session));
  }
}
