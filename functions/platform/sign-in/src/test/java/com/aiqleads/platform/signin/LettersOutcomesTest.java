package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.InMemoryApiKeys;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMail;
import com.aiqleads.platform.InMemoryMail.Asked;
import com.aiqleads.platform.InMemoryMailTokens;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordFault;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SecondFactor;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.signin.ResetPassword.NoGood;
import com.aiqleads.platform.signin.ResetPassword.Reset;
import com.aiqleads.platform.signin.ResetPassword.Weak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What asking for letters, and what they carried, comes to.
class LettersOutcomesTest {

  private static final AllOrNothing TOGETHER = Supplier::get;
  private static final Password NEXT = new Password("eight blue lamps");

  private final Membership ann = aBuyer();
  private final SettableClock clock = new SettableClock();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryMailTokens tokens = new InMemoryMailTokens();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemoryMail mail = new InMemoryMail();
  private final CheapPasswords passwords = new CheapPasswords();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final RandomSecret secret = RandomSecret.next();
  private final RequestLetter request = new RequestLetter(mail);
  private final ConfirmEmail confirm = new ConfirmEmail(tokens, members, trail, TOGETHER, clock);
  private final ResetPassword reset =
      new ResetPassword(tokens, members, keys, factors, passwords, trail, TOGETHER, clock);

  @BeforeEach
  void register() {
    members.add(ann, passwords.hash(GOOD_PASSWORD));
  }

  @Test
  void asksWithoutLookingWhoHasTheAddress() {
    Email nobody = new Email("nobody@buyers.example");

    request.request(MailKind.RESET_PASSWORD, nobody);

    assertThat(mail.asked()).containsExactly(new Asked(MailKind.RESET_PASSWORD, nobody));
  }

  @Test
  void confirmsWithTheTokenOnce() {
    keep(MailKind.CONFIRM_EMAIL);

    assertThat(confirm.confirm(ann.owner(), secret)).isTrue();
    assertThat(confirm.confirm(ann.owner(), secret)).isFalse();

    assertThat(members.of(ann.user().id()).orElseThrow().user().confirmation())
        .isEqualTo(new Confirmed(clock.instant()));
    assertThat(trail.acts()).containsExactly(Act.EMAIL_CONFIRMED);
  }

  @Test
  void confirmsNothingForSomebodyElseAndKeepsTheTokenGood() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob);
    keep(MailKind.CONFIRM_EMAIL);

    assertThat(confirm.confirm(bob.owner(), secret)).isFalse();

    assertThat(members.inTeam(bob.team().id()))
        .extracting(member -> member.user().confirmation())
        .containsExactly(new Unconfirmed());
    assertThat(trail.acts()).isEmpty();
    assertThat(confirm.confirm(ann.owner(), secret)).isTrue();
  }

  @Test
  void resetsThePasswordEndsEverySessionAndConfirmsTheAddress() {
    keep(MailKind.RESET_PASSWORD);

    assertThat(reset.reset(secret, NEXT)).isEqualTo(new Reset());

    assertThat(members.withEmail(ann.user().email()).orElseThrow().password())
        .isEqualTo(passwords.hash(NEXT));
    assertThat(members.sessionsSince(ann.user().id()))
        .isEqualTo(new SessionsSince(Generation.FIRST.next(), Optional.empty()));
    assertThat(members.of(ann.user().id()).orElseThrow().user().confirmation())
        .isEqualTo(new Confirmed(clock.instant()));
    assertThat(trail.acts()).containsExactly(Act.PASSWORD_RESET);
  }

  @Test
  void hashesBeforeTheTransactionThatOthersWaitFor() {
    keep(MailKind.RESET_PASSWORD);
    int before = passwords.hashed();
    List<Integer> hashedWhenItBegan = new ArrayList<>();
    AllOrNothing watched =
        new AllOrNothing() {
          @Override
          public <T> T run(Supplier<T> work) {
            hashedWhenItBegan.add(passwords.hashed());
            return work.get();
          }
        };

    new ResetPassword(tokens, members, keys, factors, passwords, trail, watched, clock)
        .reset(secret, NEXT);

    assertThat(hashedWhenItBegan).containsExactly(before + 1);
    assertThat(passwords.hashed()).isEqualTo(before + 1);
  }

  @Test
  void revokesTheKeysOfThePersonInEveryTeam() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob);
    members.join(bob.team().id(), ann.user().id(), Set.of(Role.ANALYST));
    ApiKeySecret atHome = key(ann.team(), ann);
    ApiKeySecret asAGuest = key(bob.team(), ann);
    ApiKeySecret others = key(bob.team(), bob);
    keep(MailKind.RESET_PASSWORD);

    reset.reset(secret, NEXT);

    assertThat(keys.use(atHome, clock.instant())).isEmpty();
    assertThat(keys.use(asAGuest, clock.instant())).isEmpty();
    assertThat(keys.use(others, clock.instant())).isPresent();
    assertThat(trail.acts())
        .containsExactly(Act.PASSWORD_RESET, Act.API_KEY_REVOKED, Act.API_KEY_REVOKED);
  }

  @Test
  void removesTheFactorOfAnAddressThatNobodyHadConfirmed() {
    enrol();
    keep(MailKind.RESET_PASSWORD);

    reset.reset(secret, NEXT);

    assertThat(factors.of(ann.user().id())).isEqualTo(new SecondFactor.None());
    assertThat(trail.acts()).containsExactly(Act.PASSWORD_RESET, Act.SECOND_FACTOR_REMOVED);
  }

  @Test
  void leavesTheFactorOfAConfirmedAddress() {
    members.confirmEmail(ann.user().id(), clock.instant());
    enrol();
    keep(MailKind.RESET_PASSWORD);

    reset.reset(secret, NEXT);

    assertThat(factors.of(ann.user().id())).isInstanceOf(SecondFactor.Enrolled.class);
    assertThat(trail.acts()).containsExactly(Act.PASSWORD_RESET);
  }

  private void enrol() {
    factors.enrol(ann.user().id(), TotpSecret.next(), 0, RecoveryCode.next(), aFamily());
  }

  private ApiKeySecret key(Team team, Membership maker) {
    ApiKeySecret made = ApiKeySecret.next(new ApiKeyId(Ids.next(clock)));
    keys.add(
        new ApiKey(
            made.id(),
            team.id(),
            maker.user().id(),
            new Name("nightly export"),
            Set.of(Scope.MARKETPLACE_READ),
            clock.instant(),
            clock.instant().plus(ApiKey.USUAL_LIFETIME),
            Optional.empty()),
        made.secret());
    return made;
  }

  @Test
  void resetsOnceAndOnlyInTime() {
    keep(MailKind.RESET_PASSWORD);
    clock.pass(MailKind.RESET_PASSWORD.lifetime());
    assertThat(reset.reset(secret, NEXT)).isEqualTo(new NoGood());

    keep(MailKind.RESET_PASSWORD);
    assertThat(reset.reset(secret, NEXT)).isEqualTo(new Reset());
    assertThat(reset.reset(secret, NEXT)).isEqualTo(new NoGood());
  }

  @Test
  void resetsForOneOfTwoWhoHaveTheLetterAtOnce() {
    keep(MailKind.RESET_PASSWORD);
    AllOrNothing late =
        new AllOrNothing() {
          @Override
          public <T> T run(Supplier<T> work) {
            var _ = tokens.use(secret, MailKind.RESET_PASSWORD, clock.instant());
            return work.get();
          }
        };

    assertThat(
            new ResetPassword(tokens, members, keys, factors, passwords, trail, late, clock)
                .reset(secret, NEXT))
        .isEqualTo(new NoGood());
  }

  @Test
  void hashesNothingForWhoeverGuesses() {
    int before = passwords.hashed();

    assertThat(reset.reset(RandomSecret.next(), NEXT)).isEqualTo(new NoGood());

    assertThat(passwords.hashed()).isEqualTo(before);
  }

  @Test
  void saysWhatIsWrongWithTheNewPassword() {
    keep(MailKind.RESET_PASSWORD);

    assertThat(reset.reset(secret, new Password("short sighted".substring(0, 8))))
        .isEqualTo(new Weak(Set.of(PasswordFault.TOO_SHORT)));
    assertThat(members.sessionsSince(ann.user().id())).isEqualTo(SessionsSince.EVER);
  }

  private void keep(MailKind kind) {
    tokens.add(secret, kind, ann.user().id(), clock.instant().plus(kind.lifetime()));
  }
}
