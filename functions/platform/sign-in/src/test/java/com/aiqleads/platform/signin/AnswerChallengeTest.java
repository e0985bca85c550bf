package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Act;
import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.InMemoryAttempts;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryChallenges;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.WrongPasswords;
import com.aiqleads.platform.signin.Admission.CodeOwed;
import com.aiqleads.platform.signin.AnswerChallenge.NoGood;
import com.aiqleads.platform.signin.AnswerChallenge.Outcome;
import com.aiqleads.platform.signin.AnswerChallenge.SignedIn;
import com.aiqleads.platform.signin.AnswerChallenge.TooOften;
import com.aiqleads.platform.signin.AnswerChallenge.WrongCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerChallengeTest {

  private static final String WRONG = "000000";

  private final Membership ada = aMember("ada@buyers.example", Role.ADMIN, Role.BUYER);
  private final SettableClock clock = new SettableClock();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryChallenges challenges = new InMemoryChallenges();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemoryAttempts attempts = new InMemoryAttempts();
  private final CheapPasswords passwords = new CheapPasswords();
  private final TotpSecret secret = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  private final List<RecoveryCode> codes = RecoveryCode.next();
  private final Sessions sessions =
      new Sessions(
          new InMemoryRefreshFamilies(), members, factors, trail, new ReadableTokenSigner(), clock);
  private final SignIn signIn =
      new SignIn(
          new CheckPassword(members, passwords, new WrongPasswords(attempts), trail),
          new Admission(sessions, factors, challenges),
          clock);
  private final AnswerChallenge answer =
      new AnswerChallenge(
          challenges, factors, members, attempts, sessions, trail, Supplier::get, clock);

  @BeforeEach
  void enrol() {
    members.add(ada, passwords.hash(GOOD_PASSWORD));
    factors.enrol(ada.user().id(), secret, 0, codes, aFamily());
  }

  @Test
  void opensASessionWithEveryRightForTheCodeOfNow() {
    Outcome outcome = answer.answer(challenge(), codeOfNow());

    assertThat(outcome).isInstanceOf(SignedIn.class);
    assertThat(((SignedIn) outcome).session().mustEnrol()).isFalse();
    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN);
  }

  @Test
  void takesNoCodeOfAFactorThatIsGoneOrOnlyOffered() {
    RandomSecret challenge = challenge();
    factors.remove(ada.user().id());
    assertThat(answer.answer(challenge, codeOfNow())).isEqualTo(new WrongCode());

    factors.offer(ada.user().id(), secret);
    assertThat(answer.answer(challenge, codeOfNow())).isEqualTo(new WrongCode());
  }

  @Test
  void opensNothingBeforeTheCode() {
    challenge();

    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void refusesAWrongCodeAndWritesItDown() {
    RandomSecret challenge = challenge();

    assertThat(answer.answer(challenge, WRONG)).isEqualTo(new WrongCode());
    assertThat(answer.answer(challenge, "")).isEqualTo(new WrongCode());
    assertThat(answer.answer(challenge, "not a code")).isEqualTo(new WrongCode());
    assertThat(answer.answer(challenge, codeOfNow())).isInstanceOf(SignedIn.class);
    assertThat(trail.acts()).contains(Act.SIGN_IN_REFUSED);
  }

  @Test
  void takesACodeOnceEvenForAnotherSignIn() {
    answer.answer(challenge(), codeOfNow());

    assertThat(answer.answer(challenge(), codeOfNow())).isEqualTo(new WrongCode());
    clock.pass(Duration.ofSeconds(30));
    assertThat(answer.answer(challenge(), codeOfNow())).isInstanceOf(SignedIn.class);
  }

  @Test
  void takesARecoveryCodeOnce() {
    String code = codes.getFirst().readable();

    assertThat(answer.answer(challenge(), code)).isInstanceOf(SignedIn.class);
    assertThat(answer.answer(challenge(), code)).isEqualTo(new WrongCode());
    assertThat(trail.acts()).contains(Act.RECOVERY_CODE_USED);
  }

  @Test
  void refusesEvenTheRightCodeAfterFiveWrongOnes() {
    for (int attempt = 0; attempt < Limit.CODES.max(); attempt++) {
      assertThat(answer.answer(challenge(), WRONG)).isEqualTo(new WrongCode());
    }

    assertThat(answer.answer(challenge(), codeOfNow()))
        .isEqualTo(new TooOften(Duration.ofMinutes(15)));
  }

  @Test
  void doesNotCountWhoSignsInOften() {
    for (int time = 0; time <= Limit.CODES.max(); time++) {
      clock.pass(Duration.ofSeconds(30));
      assertThat(answer.answer(challenge(), codeOfNow())).isInstanceOf(SignedIn.class);
    }
  }

  @Test
  void answersAChallengeOnceAndInTime() {
    RandomSecret challenge = challenge();
    answer.answer(challenge, codeOfNow());
    RandomSecret late = challenge();
    clock.pass(Challenges.LIFETIME);

    assertThat(answer.answer(challenge, codeOfNow())).isEqualTo(new NoGood());
    assertThat(answer.answer(late, codeOfNow())).isEqualTo(new NoGood());
    assertThat(answer.answer(RandomSecret.next(), codeOfNow())).isEqualTo(new NoGood());
  }

  @Test
  void refusesWhoeverHasNoSecondFactorAnyMore() {
    RandomSecret challenge = challenge();
    factors.remove(ada.user().id());

    assertThat(answer.answer(challenge, codeOfNow())).isEqualTo(new WrongCode());
  }

  @Test
  void countsTheSessionFromItsFirstStep() {
    RandomSecret challenge = challenge();
    clock.pass(Duration.ofSeconds(1));
    members.setPassword(ada.user().id(), passwords.hash(GOOD_PASSWORD), Optional.empty());

    SignedIn signedIn = (SignedIn) answer.answer(challenge, codeOfNow());

    assertThat(sessions.renew(signedIn.session().refresh())).isEqualTo(new Sessions.Renewal.Over());
  }

  @Test
  void letsAdminsWithoutASecondFactorDoNothingButEnrol() {
    factors.remove(ada.user().id());

    Admission.SignedIn restricted = (Admission.SignedIn) signIn(GOOD_PASSWORD);
    assertThat(restricted.session().mustEnrol()).isTrue();

    factors.enrol(ada.user().id(), secret, 0, codes, restricted.session().refresh().family());
    assertThat(renewed(restricted.session()).mustEnrol()).isFalse();
  }

  @Test
  void givesNoRightsToASessionThatIsOlderThanTheFactor() {
    factors.remove(ada.user().id());
    Session thiefs = ((Admission.SignedIn) signIn(GOOD_PASSWORD)).session();

    factors.enrol(ada.user().id(), secret, 0, codes, aFamily());

    assertThat(renewed(thiefs).mustEnrol()).isTrue();
    assertThat(renewed(signedIn()).mustEnrol()).isFalse();
  }

  @Test
  void takesTheShownCodeAlongIntoAnotherTeam() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob, passwords.hash(GOOD_PASSWORD));
    members.join(bob.team().id(), ada.user().id(), Set.of(Role.ADMIN));

    assertThat(chosen(bob.team(), signedIn()).mustEnrol()).isFalse();

    factors.remove(ada.user().id());
    Session enrolling = ((Admission.SignedIn) signIn(GOOD_PASSWORD)).session();
    Session thiefs = ((Admission.SignedIn) signIn(GOOD_PASSWORD)).session();
    factors.enrol(ada.user().id(), secret, 0, codes, enrolling.refresh().family());
    assertThat(chosen(bob.team(), enrolling).mustEnrol()).isFalse();
    assertThat(chosen(bob.team(), thiefs).mustEnrol()).isTrue();
  }

  private Session chosen(Team team, Session before) {
    return sessions.choose(ada.user().id(), team.id(), before.refresh()).orElseThrow();
  }

  private Session signedIn() {
    return ((SignedIn) answer.answer(challenge(), codeOfNow())).session();
  }

  private Session renewed(Session session) {
    return ((Sessions.Renewal.Renewed) sessions.renew(session.refresh())).session();
  }

  private RandomSecret challenge() {
    return ((CodeOwed) signIn(GOOD_PASSWORD)).challenge();
  }

  private SignIn.Outcome signIn(Password password) {
    return signIn.signIn(ada.user().email(), password, new Network("192.0.2.1"), Device.UNKNOWN);
  }

  private String codeOfNow() {
    return Totp.code(secret, clock.instant());
  }
}
