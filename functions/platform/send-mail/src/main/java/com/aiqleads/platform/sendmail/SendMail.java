package com.aiqleads.platform.sendmail;

import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Letters;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Mailer;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.OrderNews;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.User;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out whether anybody has the address, makes the secret that the letter carries, and
/// sends it. The secret's digest is committed after the letter has gone: if that fails, the
/// letter that is sent again has a new secret, and the first one's link says that it is no
/// good.
@Singleton
final class SendMail {

  private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

  private final Members members;
  private final MailTokens tokens;
  private final Invitations invitations;
  private final Letters letters;
  private final Mailer mailer;
  private final InstantSource clock;

  SendMail(
      Members members,
      MailTokens tokens,
      Invitations invitations,
      Letters letters,
      Mailer mailer,
      InstantSource clock) {
    this.members = members;
    this.tokens = tokens;
    this.invitations = invitations;
    this.letters = letters;
    this.mailer = mailer;
    this.clock = clock;
  }

  void send(MailKind kind, Email to) {
    Optional<User> known = members.withAddress(to).map(Membership::user);
    known.ifPresent(user -> send(kind, user));
    LOG.atInfo()
        .addKeyValue("kind", kind.text())
        .addKeyValue("user", known.map(user -> user.id().text()).orElse("nobody"))
        .log(known.isPresent() ? "letter sent" : "nobody has this address");
  }

  /// Nothing if the invitation was withdrawn or its inviter has left meanwhile.
  void invite(TeamId team, InvitationId id) {
    Optional<Invitation> open = invitations.find(team, id, clock.instant());
    Optional<Membership> inviter =
        open.flatMap(invitation -> members.find(team, invitation.inviter()));
    inviter.ifPresent(member -> invite(open.orElseThrow(), member));
    LOG.atInfo()
        .addKeyValue("invitation", id)
        .log(inviter.isPresent() ? "letter sent" : "nobody invites any more");
  }

  /// Of what the orders of a reader did who has left the team meanwhile, somebody is told who may
  /// take them over. That they have left is said once more: of those who left before it was told,
  /// and of what got lost, nobody has heard. Nothing to an address that is not known to be
  /// somebody's.
  void report(TeamId team, UserId reader, OrderNews news, Publisher publisher) {
    Optional<Membership> member = members.find(team, reader);
    if (member.isEmpty()) {
      publisher.publish(new MemberLeft(team, reader, clock.instant()));
    }
    Optional<Letter> letter =
        member.isPresent()
            ? member
                .filter(SendMail::isConfirmed)
                .map(one -> letters.standingOrders(one.user(), news))
            : whoeverBuys(team).map(one -> letters.standingOrdersLeftBehind(one.user(), news));
    letter.ifPresent(mailer::send);
    LOG.atInfo()
        .addKeyValue("user", reader.text())
        .log(letter.isPresent() ? "letter sent" : "nobody to tell about standing orders");
  }

  /// To one of the team who buys for it: whoever else has its mail hears of it from them.
  private void tell(TeamId team, Function<User, Letter> words) {
    Optional<Letter> letter = whoeverBuys(team).map(Membership::user).map(words);
    letter.ifPresent(mailer::send);
    LOG.atInfo()
        .addKeyValue("team", team.text())
        .log(letter.isPresent() ? "letter sent" : "nobody of the team to tell");
  }

  /// Nothing of an offer that is over: others have the lead by then.
  void offer(TeamId team, LeadId lead, Instant heldUntil) {
    if (clock.instant().isBefore(heldUntil)) {
      tell(team, user -> letters.slotOffered(user, lead, heldUntil));
    } else {
      LOG.atInfo().addKeyValue("team", team.text()).log("an offer was over before its letter");
    }
  }

  void warn(TeamId team, String invoice, Money total) {
    tell(team, user -> letters.invoiceUnpaid(user, invoice, total));
  }

  void credit(TeamId team, int leads, Money credited) {
    tell(team, user -> letters.leadsUndelivered(user, leads, credited));
  }

  static boolean isConfirmed(Membership member) {
    return member.user().confirmation() instanceof Confirmed;
  }

  /// Who joined first of those who may pause what buys.
  private Optional<Membership> whoeverBuys(TeamId team) {
    return members.inTeam(team).stream()
        .filter(member -> member.scopes().contains(Scope.MARKETPLACE_WRITE))
        .filter(SendMail::isConfirmed)
        .findFirst();
  }

  private void invite(Invitation invitation, Membership inviter) {
    RandomSecret secret = RandomSecret.next();
    invitations.seal(invitation.team(), invitation.id(), secret);
    mailer.send(letters.invitation(invitation, inviter.user(), inviter.team(), secret));
  }

  private void send(MailKind kind, User user) {
    switch (kind) {
      case CONFIRM_EMAIL -> {
        switch (user.confirmation()) {
          case Unconfirmed _ -> mailer.send(letters.confirmEmail(user, secret(kind, user)));
          case Confirmed _ -> mailer.send(letters.youAreRegistered(user));
        }
      }
      case RESET_PASSWORD -> mailer.send(letters.resetPassword(user, secret(kind, user)));
    }
  }

  private RandomSecret secret(MailKind kind, User user) {
    RandomSecret secret = RandomSecret.next();
    tokens.add(secret, kind, user.id(), clock.instant().plus(kind.lifetime()));
    return secret;
  }
}
