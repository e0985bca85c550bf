package com.aiqleads.platform.sendmail;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.InMemoryInvitations;
import com.aiqleads.platform.InMemoryMail;
import com.aiqleads.platform.InMemoryMailTokens;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Letters;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.OrderNews;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendMailTest {

  private final Membership ann = aBuyer();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryMailTokens tokens = new InMemoryMailTokens();
  private final InMemoryInvitations invitations = new InMemoryInvitations();
  private final InMemoryMail mail = new InMemoryMail();
  private final SendMail sendMail =
      new SendMail(
          members,
          tokens,
          invitations,
          new Letters("https://aiqleads.example/console"),
          mail,
          () -> NOON);

  @BeforeEach
  void register() {
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));
  }

  @Test
  void sendsALinkThatConfirmsTheAddressForThreeDays() {
    sendMail.send(MailKind.CONFIRM_EMAIL, ann.user().email());

    RandomSecret secret = secretOf(mail.sent().getFirst());
    assertThat(
            tokens.use(
                secret, MailKind.CONFIRM_EMAIL, NOON.plus(MailKind.CONFIRM_EMAIL.lifetime())))
        .isEmpty();
    assertThat(tokens.use(secret, MailKind.CONFIRM_EMAIL, NOON)).contains(ann.user().id());
  }

  @Test
  void sendsALinkThatResetsThePassword() {
    sendMail.send(MailKind.RESET_PASSWORD, ann.user().email());

    assertThat(mail.sent()).singleElement().extracting(Letter::to).isEqualTo(ann.user().email());
    assertThat(tokens.use(secretOf(mail.sent().getFirst()), MailKind.RESET_PASSWORD, NOON))
        .contains(ann.user().id());
  }

  @Test
  void writesToSomebodyWhoHasNoPasswordYet() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    members.add(bob);

    sendMail.send(MailKind.CONFIRM_EMAIL, bob.user().email());
    sendMail.send(MailKind.RESET_PASSWORD, bob.user().email());

    assertThat(mail.sent()).hasSize(2);
    assertThat(tokens.use(secretOf(mail.sent().getLast()), MailKind.RESET_PASSWORD, NOON))
        .contains(bob.user().id());
  }

  @Test
  void tellsWhoeverIsConfirmedThatThereIsAnAccount() {
    members.confirmEmail(ann.user().id(), NOON);

    sendMail.send(MailKind.CONFIRM_EMAIL, ann.user().email());

    assertThat(mail.sent())
        .singleElement()
        .extracting(Letter::subject)
        .isEqualTo("You have an account already");
    assertThat(tokens.count()).isZero();
  }

  @Test
  void sendsAnInvitationWithASecretThatOpensIt() {
    Invitation invitation = invitation(ann);

    sendMail.invite(ann.team().id(), invitation.id());

    Letter letter = mail.sent().getFirst();
    assertThat(letter.to()).isEqualTo(invitation.email());
    assertThat(invitations.accept(secretOf(letter), invitation.email(), NOON)).contains(invitation);
  }

  @Test
  void sendsNoInvitationThatIsWithdrawnOrOfSomebodyWhoLeft() {
    Invitation withdrawn = invitation(ann);
    invitations.withdraw(ann.team().id(), withdrawn.id(), NOON);
    Membership gone = aBuyer();
    Invitation orphaned = invitation(gone);

    sendMail.invite(ann.team().id(), withdrawn.id());
    sendMail.invite(gone.team().id(), orphaned.id());

    assertThat(mail.sent()).isEmpty();
  }

  @Test
  void writesToNobodyWhomItDoesNotKnow() {
    for (MailKind kind : MailKind.values()) {
      sendMail.send(kind, new Email("nobody@buyers.example"));
    }

    assertThat(mail.sent()).isEmpty();
    assertThat(tokens.count()).isZero();
  }

  @Test
  void tellsWhoMayStopThemOfOrdersWhoseMakerHasLeft() {
    Membership analyst = inTeamOfAnn("first@buyers.example", Role.ANALYST);
    Membership unknown = inTeamOfAnn("unknown@buyers.example", Role.BUYER);
    Membership carl = inTeamOfAnn("carl@buyers.example", Role.BUYER);
    OrderNews news = new OrderNews(List.of(), List.of(), 0, 2);
    List<Event> said = new ArrayList<>();
    sendMail.report(ann.team().id(), ann.user().id(), news, said::add);
    assertThat(mail.sent()).as("an address that nobody confirmed").isEmpty();
    for (Membership confirmed : List.of(ann, analyst, carl)) {
      members.confirmEmail(confirmed.user().id(), NOON);
    }

    sendMail.report(ann.team().id(), ann.user().id(), news, said::add);
    members.remove(ann.team().id(), ann.user().id());
    sendMail.report(ann.team().id(), ann.user().id(), news, said::add);
    members.remove(carl.team().id(), carl.user().id());
    sendMail.report(ann.team().id(), ann.user().id(), news, said::add);

    assertThat(said)
        .as("so that the orders are parked, as the letter says, also of who left long ago")
        .hasSize(2)
        .containsOnly(new MemberLeft(ann.team().id(), ann.user().id(), NOON));
    assertThat(mail.sent())
        .extracting(Letter::to)
        .containsExactly(ann.user().email(), carl.user().email())
        .doesNotContain(unknown.user().email());
    assertThat(mail.sent().getFirst().text()).doesNotContain("is not in your team any more");
    assertThat(mail.sent().getLast().text()).contains("is not in your team any more");
  }

  private Membership inTeamOfAnn(String email, Role role) {
    Membership member = aMember(email, role);
    members.add(member);
    members.join(ann.team().id(), member.user().id(), Set.of(role));
    return members.find(ann.team().id(), member.user().id()).orElseThrow();
  }

  private Invitation invitation(Membership inviter) {
    Invitation invitation =
        new Invitation(
            new InvitationId(Ids.next(() -> NOON)),
            inviter.team().id(),
            new Email("bob@buyers.example"),
            Set.of(Role.ANALYST),
            inviter.user().id(),
            NOON.plus(Invitation.LIFETIME));
    invitations.add(invitation, NOON);
    return invitation;
  }

  private static RandomSecret secretOf(Letter letter) {
    String after = letter.text().split("token=", 2)[1];
    return new RandomSecret(after.substring(0, after.indexOf('\n')));
  }
}
