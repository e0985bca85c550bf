package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.Identity;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryIdentities;
import com.aiqleads.platform.InMemoryMail;
import com.aiqleads.platform.InMemoryMail.Asked;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.signin.openid.Vouched;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterTest {

  private static final Email EMAIL = new Email("ann@buyers.example");

  private final InMemoryMembers members = new InMemoryMembers();
  private final CheapPasswords passwords = new CheapPasswords();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final InMemoryMail mail = new InMemoryMail();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final Register register =
      new Register(members, passwords, identities, trail, mail, new SettableClock());

  @Test
  void makesABuyerWithATeam() {
    register.register(registration(EMAIL, GOOD_PASSWORD));

    Credentials ann = members.withEmail(EMAIL).orElseThrow();
    assertThat(ann.membership().roles()).containsExactly(Role.BUYER);
    assertThat(ann.membership().team().name().value()).isEqualTo("Lakeside");
    assertThat(ann.membership().user().name().value()).isEqualTo("Ann");
    assertThat(ann.membership().user().confirmation()).isEqualTo(new Unconfirmed());
    assertThat(passwords.matches(GOOD_PASSWORD, ann.password())).isTrue();
  }

  @Test
  void doesNotTakeOverAnAccount() {
    register.register(registration(EMAIL, GOOD_PASSWORD));
    Credentials ann = members.withEmail(EMAIL).orElseThrow();

    register.register(registration(new Email("ANN@buyers.example"), new Password("my own now")));

    assertThat(members.withEmail(EMAIL)).contains(ann);
    assertThat(trail.acts()).containsExactly(Act.REGISTERED);
  }

  @Test
  void asksForALetterWhetherOrNotTheAddressIsTaken() {
    register.register(registration(EMAIL, GOOD_PASSWORD));
    register.register(registration(EMAIL, GOOD_PASSWORD));

    Asked letter = new Asked(MailKind.CONFIRM_EMAIL, EMAIL);
    assertThat(mail.asked()).containsExactly(letter, letter);
  }

  @Test
  void worksAsHardForATakenAddress() {
    register.register(registration(EMAIL, GOOD_PASSWORD));
    register.register(registration(EMAIL, GOOD_PASSWORD));

    assertThat(passwords.hashed()).isEqualTo(2);
  }

  @Test
  void makesABuyerOfWhomAProviderVouchesFor() {
    Membership ann = register.register(vouched("4711")).orElseThrow();

    assertThat(members.withAddress(EMAIL)).contains(ann);
    assertThat(members.withEmail(EMAIL)).as("there is no password").isEmpty();
    assertThat(ann.roles()).containsExactly(Role.BUYER);
    assertThat(ann.user().confirmation()).isEqualTo(new Unconfirmed());
    assertThat(identities.find(vouched("4711").identity())).contains(ann.user().id());
    assertThat(trail.acts()).containsExactly(Act.REGISTERED, Act.PROVIDER_CONNECTED);
    assertThat(mail.asked()).containsExactly(new Asked(MailKind.CONFIRM_EMAIL, EMAIL));
  }

  @Test
  void givesNoAccountToAnIdentityForItsAddress() {
    register.register(registration(EMAIL, GOOD_PASSWORD));

    assertThat(register.register(vouched("4711"))).isEmpty();

    assertThat(identities.find(vouched("4711").identity())).isEmpty();
    assertThat(trail.acts()).containsExactly(Act.REGISTERED);
  }

  @Test
  void makesNoSecondAccountForAnIdentity() {
    identities.link(vouched("4711").identity(), aBuyer().user().id(), NOON);

    assertThat(register.register(vouched("4711"))).isEmpty();

    assertThat(members.withAddress(EMAIL)).isEmpty();
  }

  @Test
  void undoesTheSecondOfTwoSignInsAtOnce() {
    Identities taken =
        new Identities() {
          @Override
          public Optional<UserId> find(Identity identity) {
            return Optional.empty();
          }

          @Override
          public boolean link(Identity identity, UserId user, Instant at) {
            return false;
          }
        };
    Register second = new Register(members, passwords, taken, trail, mail, new SettableClock());

    assertThatThrownBy(() -> second.register(vouched("4711")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Vouched vouched(String subject) {
    return new Vouched(new Identity("https://acme.example", subject), EMAIL, new Name("Ann"));
  }

  private static Registration registration(Email email, Password password) {
    return new Registration(email, password, new Name("Ann"), new Name("Lakeside"));
  }
}
