package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMail;
import com.aiqleads.platform.InMemoryMail.Asked;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Role;
import org.junit.jupiter.api.Test;

class RegisterTest {

  private static final Email EMAIL = new Email("ann@buyers.example");

  private final InMemoryMembers members = new InMemoryMembers();
  private final CheapPasswords passwords = new CheapPasswords();
  private final InMemoryMail mail = new InMemoryMail();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final Register register =
      new Register(members, passwords, trail, mail, new SettableClock());

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

  private static Registration registration(Email email, Password password) {
    return new Registration(email, password, new Name("Ann"), new Name("Lakeside"));
  }
}
