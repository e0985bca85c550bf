package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.InMemoryAttempts;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordFault;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.WrongPasswords;
import com.aiqleads.platform.manageaccount.ChangePassword.Changed;
import com.aiqleads.platform.manageaccount.ChangePassword.Gone;
import com.aiqleads.platform.manageaccount.ChangePassword.NoPassword;
import com.aiqleads.platform.manageaccount.ChangePassword.NotGoodEnough;
import com.aiqleads.platform.manageaccount.ChangePassword.Outcome;
import com.aiqleads.platform.manageaccount.ChangePassword.TooOften;
import com.aiqleads.platform.manageaccount.ChangePassword.Wish;
import com.aiqleads.platform.manageaccount.ChangePassword.WrongPassword;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

  private static final Network HOME = new Network("192.0.2.1");
  private static final Password WRONG = new Password("seven red lamps");
  private static final Password NEXT = new Password("eight blue lamps");

  private final Membership ann = aBuyer();
  private final FamilyId laptop = aFamily();
  private final InMemoryMembers members = new InMemoryMembers();
  private final CheapPasswords passwords = new CheapPasswords();
  private final WrongPasswords wrong = new WrongPasswords(new InMemoryAttempts());
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final ChangePassword changePassword =
      new ChangePassword(members, passwords, wrong, trail, Supplier::get, () -> NOON);

  @BeforeEach
  void register() {
    members.add(ann, passwords.hash(GOOD_PASSWORD));
  }

  @Test
  void takesTheNewPasswordAndKeepsThisSessionOnly() {
    assertThat(change(GOOD_PASSWORD, NEXT)).isEqualTo(new Changed());

    assertThat(members.withEmail(ann.user().email()).orElseThrow().password())
        .isEqualTo(passwords.hash(NEXT));
    assertThat(members.sessionsSince(ann.user().id()))
        .isEqualTo(new SessionsSince(Generation.FIRST.next(), Optional.of(laptop)));
    assertThat(trail.acts()).containsExactly(Act.PASSWORD_CHANGED);
  }

  @Test
  void wantsTheOldPassword() {
    assertThat(change(WRONG, NEXT)).isEqualTo(new WrongPassword());

    assertThat(members.sessionsSince(ann.user().id())).isEqualTo(SessionsSince.EVER);
    assertThat(trail.acts()).containsExactly(Act.PASSWORD_REFUSED);
  }

  @Test
  void wantsAGoodPasswordBeforeItLooksAtTheOldOne() {
    int before = passwords.hashed();

    assertThat(change(GOOD_PASSWORD, new Password("ann ann ann")))
        .isEqualTo(new NotGoodEnough(Set.of(PasswordFault.TOO_SHORT, PasswordFault.TOO_UNIFORM)));
    assertThat(passwords.hashed()).isEqualTo(before);
  }

  @Test
  void doesNotOverwriteWhatWasResetSinceTheOldPasswordWasCompared() {
    PasswordHash reset = passwords.hash(new Password("nine white lamps"));
    ChangePassword slow =
        new ChangePassword(
            members,
            passwords,
            wrong,
            trail,
            new AllOrNothing() {
              @Override
              public <T> T run(Supplier<T> work) {
                members.setPassword(ann.user().id(), reset, Optional.empty());
                return work.get();
              }
            },
            () -> NOON);

    assertThat(slow.change(ann.owner(), laptop, new Wish(GOOD_PASSWORD, NEXT, HOME)))
        .isEqualTo(new WrongPassword());
    assertThat(members.withEmail(ann.user().email()).orElseThrow().password()).isEqualTo(reset);
    assertThat(members.sessionsSince(ann.user().id()).kept()).isEmpty();
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void sharesTheLimitOfSigningIn() {
    for (int attempt = 1; attempt < Limit.WRONG_PASSWORDS.max(); attempt++) {
      var _ = wrong.admit(ann.user().email(), HOME, NOON);
    }

    assertThat(change(WRONG, NEXT)).isEqualTo(new WrongPassword());
    assertThat(change(GOOD_PASSWORD, NEXT)).isEqualTo(new TooOften(Duration.ofMinutes(15)));
  }

  @Test
  void doesNotCountWhoKnowsThePassword() {
    Password password = GOOD_PASSWORD;
    for (int time = 0; time <= Limit.WRONG_PASSWORDS.max(); time++) {
      assertThat(change(password, NEXT)).isEqualTo(new Changed());
      password = NEXT;
    }
  }

  @Test
  void knowsNobodyInAForeignTeam() {
    SessionOwner stranger = new SessionOwner(ann.user().id(), aBuyer().team().id());

    assertThat(changePassword.change(stranger, laptop, new Wish(GOOD_PASSWORD, NEXT, HOME)))
        .isEqualTo(new Gone());
  }

  @Test
  void saysThatThereIsNoPassword() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob);

    assertThat(changePassword.change(bob.owner(), laptop, new Wish(GOOD_PASSWORD, NEXT, HOME)))
        .isEqualTo(new NoPassword());
  }

  private Outcome change(Password old, Password next) {
    return changePassword.change(ann.owner(), laptop, new Wish(old, next, HOME));
  }
}
