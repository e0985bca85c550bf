package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
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
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.WrongPasswords;
import com.aiqleads.platform.signin.Admission.SignedIn;
import com.aiqleads.platform.signin.SignIn.Outcome;
import com.aiqleads.platform.signin.SignIn.TooOften;
import com.aiqleads.platform.signin.SignIn.WrongCredentials;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final int MOST = Limit.WRONG_PASSWORDS.max();
  private static final Network HOME = new Network("192.0.2.1");
  private static final Password WRONG = new Password("seven red lamps");

  private final Membership ann = aBuyer();
  private final Email email = ann.user().email();
  private final SettableClock clock = new SettableClock();
  private final InMemoryMembers members = new InMemoryMembers();
  private final CheapPasswords passwords = new CheapPasswords();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final Sessions sessions =
      new Sessions(
          new InMemoryRefreshFamilies(), members, factors, trail, new ReadableTokenSigner(), clock);
  private final SignIn signIn =
      new SignIn(
          new CheckPassword(members, passwords, new WrongPasswords(new InMemoryAttempts()), trail),
          new Admission(sessions, factors, new InMemoryChallenges()),
          clock);

  @BeforeEach
  void register() {
    members.add(ann, passwords.hash(GOOD_PASSWORD));
  }

  @Test
  void opensASessionForTheRightPassword() {
    Outcome outcome = signIn(email, GOOD_PASSWORD);

    assertThat(outcome).isInstanceOf(SignedIn.class);
    assertThat(((SignedIn) outcome).session().access().value()).contains(ann.user().id().text());
  }

  @Test
  void answersTheSameToAWrongPasswordAndAnUnknownAddress() {
    assertThat(signIn(email, WRONG)).isEqualTo(new WrongCredentials());
    assertThat(signIn(new Email("nobody@buyers.example"), WRONG)).isEqualTo(new WrongCredentials());
  }

  @Test
  void answersTheSameToSomebodyWithoutAPassword() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob);
    int before = passwords.hashed();

    assertThat(signIn(bob.user().email(), GOOD_PASSWORD)).isEqualTo(new WrongCredentials());

    assertThat(passwords.hashed() - before).isEqualTo(1);
    assertThat(trail.acts()).containsExactly(Act.SIGN_IN_REFUSED);
  }

  @Test
  void asksForNoCodeOfAFactorThatWasOnlyOffered() {
    factors.offer(ann.user().id(), TotpSecret.next());

    assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(SignedIn.class);
  }

  @Test
  void worksAsHardForAnUnknownAddressAsForAWrongPassword() {
    int before = passwords.hashed();

    signIn(email, WRONG);
    int afterWrong = passwords.hashed();
    List<Act> writtenForWrong = trail.acts();
    signIn(new Email("nobody@buyers.example"), WRONG);

    assertThat(afterWrong - before).isEqualTo(1);
    assertThat(passwords.hashed() - afterWrong).isEqualTo(1);
    assertThat(writtenForWrong).containsExactly(Act.SIGN_IN_REFUSED);
    assertThat(trail.acts()).containsExactly(Act.SIGN_IN_REFUSED, Act.SIGN_IN_REFUSED);
  }

  @Test
  void letsTheTenthAttemptSucceed() {
    fail(email, MOST - 1);

    assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(SignedIn.class);
  }

  @Test
  void refusesEvenTheRightPasswordAfterTenWrongOnes() {
    fail(email, MOST);

    assertThat(signIn(email, GOOD_PASSWORD)).isEqualTo(new TooOften(Duration.ofMinutes(15)));
  }

  @Test
  void letsTheOwnerInWhileSomebodyElsewhereGuesses() {
    Network elsewhere = new Network("198.51.100.7");
    for (int guess = 0; guess < Limit.WRONG_PASSWORDS_OF_ALL.max() * 2; guess++) {
      var _ = signIn(email, WRONG, elsewhere);
    }

    assertThat(signIn(email, GOOD_PASSWORD, elsewhere)).isInstanceOf(TooOften.class);
    assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(SignedIn.class);
  }

  @Test
  void refusesWithoutHashing() {
    fail(email, MOST);
    int before = passwords.hashed();

    signIn(email, WRONG);

    assertThat(passwords.hashed()).isEqualTo(before);
  }

  @Test
  void countsAnAddressInAnyCaseAsOne() {
    fail(new Email("ANN@buyers.example"), MOST);

    assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(TooOften.class);
  }

  @Test
  void treatsAnUnknownAddressNoDifferently() {
    Email nobody = new Email("nobody@buyers.example");
    fail(nobody, MOST);

    assertThat(signIn(nobody, WRONG)).isEqualTo(new TooOften(Duration.ofMinutes(15)));
  }

  @Test
  void forgetsWrongPasswordsAfterFifteenMinutes() {
    fail(email, MOST);
    clock.pass(Duration.ofMinutes(15));

    assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(SignedIn.class);
  }

  @Test
  void doesNotCountWhoSignsInOften() {
    for (int times = 0; times <= MOST; times++) {
      assertThat(signIn(email, GOOD_PASSWORD)).isInstanceOf(SignedIn.class);
    }
  }

  private void fail(Email address, int times) {
    for (int time = 0; time < times; time++) {
      assertThat(signIn(address, WRONG)).isEqualTo(new WrongCredentials());
    }
  }

  private Outcome signIn(Email address, Password password) {
    return signIn(address, password, HOME);
  }

  private Outcome signIn(Email address, Password password, Network from) {
    return signIn.signIn(address, password, from, Device.UNKNOWN);
  }
}
