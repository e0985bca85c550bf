package com.aiqleads.platform;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The words that we write to people. A secret stands behind the `#` of its link, which
/// browsers send to nobody, so that it is in no log of addresses; whose browser runs no
/// scripts copies it.
///
/// @param console where the console's pages are, without a slash at the end
public record Letters(String console) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  public Letter confirmEmail(User to, RandomSecret secret) {
    return new Letter(
        to.email(),
        "Confirm your mail address",
        """
        Hello %s,

        please confirm that this mail address is yours:

        %s/confirm-email#token=%s

        If the page asks for a code: %s

        The link is good once, for three days, for whoever is signed in to the account. If you did
        not register with AIQLeads, do nothing: without you nobody can confirm your address. If you
        have forgotten the password, or somebody else chose it: %s/forgot-password
        """
            .formatted(to.name().value(), console, secret.value(), secret.value(), console));
  }

  public Letter resetPassword(User to, RandomSecret secret) {
    return new Letter(
        to.email(),
        "Choose a new password",
        """
        Hello %s,

        somebody asked for a new password for your account. If that was you:

        %s/reset-password#token=%s

        If the page asks for a code: %s

        The link is good once, for an hour. If it was not you, do nothing: your password stays.
        """
            .formatted(to.name().value(), console, secret.value(), secret.value()));
  }

  public Letter invitation(Invitation invitation, User inviter, Team team, RandomSecret secret) {
    return new Letter(
        invitation.email(),
        "Join " + team.name().value() + " on AIQLeads",
        """
        Hello,

        %s invites you to join the team %s on AIQLeads:

        %s/join#token=%s

        If the page asks for a code: %s

        The link is good once, for seven days. Sign in, or register, with this mail address.
        """
            .formatted(
                inviter.name().value(),
                team.name().value(),
                console,
                secret.value(),
                secret.value()));
  }

  /// To somebody who registered, or somebody else did, with an address that is known already.
  public Letter youAreRegistered(User to) {
    return new Letter(
        to.email(),
        "You have an account already",
        """
        Hello %s,

        somebody registered with AIQLeads by this mail address, which has an account already.
        Nothing has changed. If that was you, sign in: %s/sign-in

        If you forgot your password, choose a new one: %s/forgot-password
        """
            .formatted(to.name().value(), console, console));
  }

  /// A lead that the team waited for is held for it, for a short while.
  public Letter slotOffered(User to, LeadId lead, Instant heldUntil) {
    return new Letter(
        to.email(),
        "A lead that your team waited for is yours to buy",
        """
        Hello %s,

        your team waited for a lead, and a slot of it has come free. It is held for your team until
        %s UTC, and for nobody else:

        %s/leads/%s

        What is not bought by then goes to the next team in line. What your team holds: %s/cart
        """
            .formatted(to.name().value(), MINUTE.format(heldUntil), console, lead.text(), console));
  }

  /// The first time that an invoice could not be paid; what is tried again is not told again.
  public Letter invoiceUnpaid(User to, String invoice, Money total) {
    return new Letter(
        to.email(),
        "Invoice " + invoice + " could not be paid",
        """
        Hello %s,

        the wallet of your team could not pay invoice %s of %s for its plan. Gifts and included
        credit do not pay for plans. Top it up, and the invoice is paid within five minutes:

        %s/wallet

        Until then it is tried again. After two weeks your team has the limits of the free plan,
        after three the plan ends. All about the plan: %s/plan
        """
            .formatted(to.name().value(), invoice, total, console, console));
  }

  /// To somebody who can mend the way that their leads take.
  public Letter leadsUndelivered(User to, int leads, Money credited) {
    String some = leads == 1 ? "A lead" : leads + " leads";
    return new Letter(
        to.email(),
        "%s could not be delivered, and %s came back".formatted(some, credited),
        """
        Hello %s,

        none of your systems took what your team bought, and none of you has looked at it with us.
        %s could not be delivered so. Nobody of your team has seen the seller, and you do not pay
        for it: %s are back in your wallet. You do not have to do anything. What came back is for
        sale to others again.

        What it was: %s/returns

        So that the next ones arrive, look why they do not, and try it with a test: %s/deliveries
        """
            .formatted(to.name().value(), some, credited, console, console));
  }

  /// Nobody was there when it was taken.
  ///
  /// @param what what it was for
  public Letter cardCharged(User to, Money amount, String what) {
    return new Letter(
        to.email(),
        "Your team's card was charged " + amount,
        """
        Hello %s,

        %s was taken from the card that your team has saved, for %s. It is in the wallet's
        statement, and so is what became of it:

        %s/wallet

        There the card can be removed, too, and automatic top-up be switched off.
        """
            .formatted(to.name().value(), amount, what, console));
  }

  /// The bank paid nothing.
  ///
  /// @param needsPayer whether only whoever has the card can go on
  public Letter cardRefused(User to, Money amount, String what, boolean needsPayer) {
    String todo =
        needsPayer
            ? "The bank wants to ask the card's owner. Please top up on the page, where it can:"
            : "Please top up on the page, or save another card:";
    return new Letter(
        to.email(),
        "Your team's card was not charged",
        """
        Hello %s,

        the bank of the card that your team has saved did not pay %s for %s. %s

        %s/wallet
        """
            .formatted(to.name().value(), amount, what, todo, console));
  }

  /// Its last month has begun.
  public Letter cardExpiring(User to, YearMonth lastMonth) {
    return new Letter(
        to.email(),
        "Your team's saved card expires",
        """
        Hello %s,

        the card that your team has saved expires at the end of %s. After that automatic top-up ends,
        and the card pays no invoice that the wallet does not. So that both go on, save the card that
        your bank has sent you, or another one, in its place:

        %s/wallet

        What is in the wallet stays, and nothing is charged for that.
        """
            .formatted(to.name().value(), MONTH.format(lastMonth), console));
  }

  /// The wallet is not filled by itself any more.
  public Letter autoTopUpStopped(User to, String why) {
    return new Letter(
        to.email(),
        "Automatic top-up is off",
        """
        Hello %s,

        the wallet of your team is not filled by itself any more, since %s. What is in it can be
        spent. To switch automatic top-up on again, with this card or another:

        %s/wallet
        """
            .formatted(to.name().value(), why, console));
  }

  /// What somebody's standing orders bought, found and missed.
  public Letter standingOrders(User to, OrderNews news) {
    return standingOrders(to, news, "");
  }

  /// The same, to somebody of the team, where whoever made them has left it.
  public Letter standingOrdersLeftBehind(User to, OrderNews news) {
    return standingOrders(
        to,
        news,
        """
        whoever made these standing orders is not in your team any more. This is what they did
        until then. They are parked, and do nothing, until one of you takes them over or ends them.

        """);
  }

  private Letter standingOrders(User to, OrderNews news, String first) {
    StringBuilder text = new StringBuilder("Hello ").append(to.name().value()).append(",\n\n");
    text.append(first);
    section(text, "Your standing orders bought:", news.bought());
    section(text, "Your standing orders found:", news.found());
    if (news.more() > 0) {
      text.append("And ").append(news.more()).append(" more.\n\n");
    }
    if (news.missed() > 0) {
      text.append("Leads that they missed: ").append(news.missed()).append(".\n\n");
    }
    String page = console + "/standing-orders\n";
    text.append("Why, and all else about them: ").append(page);
    text.append("Too many letters, or no more: pause it, or end it, at ").append(page);
    return new Letter(to.email(), news.subject(), text.toString());
  }

  private void section(StringBuilder text, String title, List<OrderNews.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(title).append("\n\n");
    for (OrderNews.Line line : lines) {
      text.append("- ")
          .append(line.headline())
          .append(", ")
          .append(line.price())
          .append(" (")
          .append(line.order())
          .append(")\n  ")
          .append(console)
          .append("/leads/")
          .append(line.lead().text())
          .append('\n');
    }
    text.append('\n');
  }
}
