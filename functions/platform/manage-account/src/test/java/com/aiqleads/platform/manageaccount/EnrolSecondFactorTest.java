package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.InMemoryAttempts;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SecondFactor;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Done;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.NotNow;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Outcome;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Reason;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.SessionOver;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.TooOften;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.WrongCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolSecondFactorTest {

  private final Membership ann = aBuyer();
  private final Membership ada = aMember("ada@buyers.example", Role.ADMIN);
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies();
  private final FamilyId laptop = aFamily();
  private Instant now = NOON;
  private final MySessions sessions = new MySessions(families, members, trail, () -> now);
  private final EnrolSecondFactor secondFactor = secondFactor(Supplier::get);

  @BeforeEach
  void register() {
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));
    members.add(ada, new CheapPasswords().hash(GOOD_PASSWORD));
    families.start(RefreshToken.random(laptop), aStart(ann));
  }

  private EnrolSecondFactor secondFactor(AllOrNothing together) {
    return new EnrolSecondFactor(
        factors, members, sessions, new InMemoryAttempts(), trail, together, () -> now);
  }

  @Test
  void enrolsWhoeverShowsACodeOfTheOfferedSecret() {
    TotpSecret secret = offered();

    Outcome outcome = enrol(secret);

    assertThat(((Done) outcome).codes()).hasSize(10);
    assertThat(factors.of(ann.user().id())).isInstanceOf(Enrolled.class);
    assertThat(trail.acts()).containsExactly(Act.SECOND_FACTOR_ENROLLED);
  }

  @Test
  void wantsACodeOfTheLastSecret() {
    TotpSecret first = offered();
    TotpSecret second = offered();

    assertThat(enrol(first)).isEqualTo(new WrongCode());
    assertThat(enrol(second)).isInstanceOf(Done.class);
  }

  @Test
  void enrolsOnceAndOnlyWhatWasOffered() {
    TotpSecret secret = TotpSecret.next();
    assertThat(enrol(secret)).isEqualTo(new NotNow(Reason.NOTHING_OFFERED));

    enrol(offered());

    assertThat(enrol(secret)).isEqualTo(new NotNow(Reason.NOTHING_OFFERED));
    assertThat(enrol(offered())).isEqualTo(new NotNow(Reason.ENROLLED_ALREADY));
  }

  @Test
  void putsAnotherAppInThePlaceOfTheFirstForItsCode() {
    TotpSecret first = offered();
    List<RecoveryCode> before = ((Done) enrol(first)).codes();
    now = now.plusSeconds(30);
    TotpSecret second = offered();

    assertThat(replace(second, Totp.code(second, now))).isEqualTo(new WrongCode());
    assertThat(((Enrolled) factors.of(ann.user().id())).secret()).isEqualTo(first);
    Outcome outcome = replace(second, Totp.code(first, now));

    assertThat(((Done) outcome).codes()).hasSize(10).doesNotContainAnyElementsOf(before);
    assertThat(((Enrolled) factors.of(ann.user().id())).secret()).isEqualTo(second);
    assertThat(factors.use(ann.user().id(), before.getFirst())).isFalse();
    assertThat(trail.acts())
        .containsExactly(
            Act.SECOND_FACTOR_ENROLLED, Act.SECOND_FACTOR_REFUSED, Act.SECOND_FACTOR_ENROLLED);
  }

  @Test
  void putsAnotherAppInThePlaceOfALostOneForARecoveryCodeAlsoForAdmins() {
    FamilyId desk = aFamily();
    FamilyId phone = aFamily();
    families.start(RefreshToken.random(desk), aStart(ada));
    families.start(RefreshToken.random(phone), aStart(ada));
    List<RecoveryCode> codes = RecoveryCode.next();
    factors.enrol(ada.user().id(), TotpSecret.next(), 0, codes, phone);
    TotpSecret next = secondFactor.offer(ada.user().id());

    Outcome outcome =
        secondFactor.enrol(
            ada.owner(), desk, Totp.code(next, now), Optional.of(codes.getFirst().readable()));

    assertThat(outcome).isInstanceOf(Done.class);
    assertThat(((Enrolled) factors.of(ada.user().id())).secret()).isEqualTo(next);
    assertThat(sessions.isOpen(ada.user().id(), desk)).isTrue();
    assertThat(sessions.isOpen(ada.user().id(), phone)).isFalse();
    assertThat(trail.acts()).containsExactly(Act.RECOVERY_CODE_USED, Act.SECOND_FACTOR_ENROLLED);
  }

  @Test
  void isRemovedWithARecoveryCode() {
    List<RecoveryCode> codes = ((Done) enrol(offered())).codes();

    assertThat(secondFactor.remove(ann.owner(), codes.getFirst().text())).isInstanceOf(Done.class);

    assertThat(factors.of(ann.user().id())).isEqualTo(new SecondFactor.None());
  }

  @Test
  void givesOtherRecoveryCodesForACodeOfEitherKind() {
    TotpSecret secret = offered();
    List<RecoveryCode> first = ((Done) enrol(secret)).codes();

    List<RecoveryCode> second = renewed(first.getFirst().text());
    now = now.plusSeconds(30);
    List<RecoveryCode> third = renewed(Totp.code(secret, now));

    assertThat(third).hasSize(10).doesNotContainAnyElementsOf(second);
    assertThat(secondFactor.renewCodes(ann.owner(), second.getFirst().text()))
        .isEqualTo(new WrongCode());
    assertThat(secondFactor.renewCodes(ada.owner(), "000000"))
        .isEqualTo(new NotNow(Reason.NOT_ENROLLED));
    assertThat(trail.acts()).contains(Act.RECOVERY_CODES_RENEWED);
  }

  @Test
  void keepsTheSessionThatEnrolledAndEndsTheOthers() {
    FamilyId phone = aFamily();
    families.start(RefreshToken.random(phone), aStart(ann));

    enrol(offered());

    assertThat(sessions.isOpen(ann.user().id(), laptop)).isTrue();
    assertThat(sessions.isOpen(ann.user().id(), phone)).isFalse();
    assertThat(((Enrolled) factors.of(ann.user().id())).session()).contains(laptop);
  }

  @Test
  void enrolsNobodyWhoseSessionIsOver() {
    TotpSecret secret = offered();
    members.setPassword(
        ann.user().id(), new CheapPasswords().hash(GOOD_PASSWORD), Optional.empty());

    assertThat(enrol(secret)).isEqualTo(new SessionOver());
    assertThat(factors.of(ann.user().id())).isEqualTo(new SecondFactor.Offered(secret));
    assertThat(sessions.isOpen(ann.user().id(), laptop)).isFalse();
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void enrolsOneOfTwoAtOnce() {
    TotpSecret secret = offered();
    EnrolSecondFactor second =
        secondFactor(
            new AllOrNothing() {
              @Override
              public <T> T run(Supplier<T> work) {
                factors.enrol(ann.user().id(), secret, 1, RecoveryCode.next(), laptop);
                return work.get();
              }
            });

    assertThat(second.enrol(ann.owner(), laptop, Totp.code(secret, now), Optional.empty()))
        .isEqualTo(new NotNow(Reason.ENROLLED_ALREADY));
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void removesNothingThatWasOnlyOffered() {
    TotpSecret secret = offered();

    assertThat(secondFactor.remove(ann.owner(), Totp.code(secret, now)))
        .isEqualTo(new NotNow(Reason.NOT_ENROLLED));
  }

  @Test
  void doesNotTakeTheCodeOfEnrolmentAgain() {
    TotpSecret secret = offered();
    enrol(secret);

    assertThat(secondFactor.remove(ann.owner(), Totp.code(secret, now))).isEqualTo(new WrongCode());
  }

  @Test
  void isRemovedWithACode() {
    TotpSecret secret = offered();
    enrol(secret);
    now = now.plusSeconds(30);

    assertThat(secondFactor.remove(ann.owner(), "000000")).isEqualTo(new WrongCode());
    assertThat(secondFactor.remove(ann.owner(), Totp.code(secret, now))).isInstanceOf(Done.class);

    assertThat(factors.of(ann.user().id())).isEqualTo(new SecondFactor.None());
    assertThat(trail.acts()).endsWith(Act.SECOND_FACTOR_REMOVED);
    assertThat(secondFactor.remove(ann.owner(), "000000"))
        .isEqualTo(new NotNow(Reason.NOT_ENROLLED));
  }

  @Test
  void isNotRemovedFromAdmins() {
    assertThat(secondFactor.remove(ada.owner(), "000000")).isEqualTo(new NotNow(Reason.FORCED));
  }

  @Test
  void doesNotCountWhoKnowsTheCodes() {
    List<RecoveryCode> codes = ((Done) enrol(offered())).codes();
    for (int time = 0; time <= Limit.CODES.max(); time++) {
      codes = renewed(codes.getFirst().text());
    }
  }

  @Test
  void letsNobodyGuessWithoutEnd() {
    TotpSecret secret = offered();
    for (int attempt = 0; attempt < Limit.CODES.max(); attempt++) {
      assertThat(secondFactor.enrol(ann.owner(), laptop, "000000", Optional.empty()))
          .isEqualTo(new WrongCode());
    }

    assertThat(enrol(secret)).isEqualTo(new TooOften(Duration.ofMinutes(15)));
    assertThat(secondFactor.remove(ann.owner(), "000000"))
        .isEqualTo(new TooOften(Duration.ofMinutes(15)));
  }

  private TotpSecret offered() {
    return secondFactor.offer(ann.user().id());
  }

  private Outcome enrol(TotpSecret secret) {
    return secondFactor.enrol(ann.owner(), laptop, Totp.code(secret, now), Optional.empty());
  }

  private Outcome replace(TotpSecret next, String before) {
    return secondFactor.enrol(ann.owner(), laptop, Totp.code(next, now), Optional.of(before));
  }

  private List<RecoveryCode> renewed(String code) {
    return ((Done) secondFactor.renewCodes(ann.owner(), code)).codes();
  }
}
