package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LettersTest {

  private final Letters letters = new Letters("https://aiqleads.example/console");
  private final User ann = aBuyer().user();
  private final RandomSecret secret = RandomSecret.next();

  @Test
  void carryTheSecretToItsPage() {
    assertThat(letters.confirmEmail(ann, secret).text())
        .contains("https://aiqleads.example/console/confirm-email#token=" + secret.value());
    assertThat(letters.resetPassword(ann, secret).text())
        .contains("https://aiqleads.example/console/reset-password#token=" + secret.value());
  }

  @Test
  void sayForHowLongALeadIsHeld() {
    LeadId lead = new LeadId(Ids.derived("lead"));

    Letter letter = letters.slotOffered(ann, lead, Instant.parse("2026-11-21T09:27:44.031Z"));

    assertThat(letter.to()).isEqualTo(ann.email());
    assertThat(letter.text())
        .contains("2026-11-21 09:27 UTC", "https://aiqleads.example/console/leads/" + lead.text());
  }

  @Test
  void sayWhatIsNotPaidAndWhatComesOfIt() {
    Letter letter = letters.invoiceUnpaid(ann, "AIQ-17", Money.usd(49_00));

    assertThat(letter.subject()).isEqualTo("Invoice AIQ-17 could not be paid");
    assertThat(letter.text())
        .contains("49.00 USD", "https://aiqleads.example/console/wallet\n", "After two weeks");
  }

  @Test
  void sayWhatCameBackAndWhereToMendTheWay() {
    Letter letter = letters.leadsUndelivered(ann, 1, Money.usd(34_00));

    assertThat(letter.subject())
        .isEqualTo("A lead could not be delivered, and 34.00 USD came back");
    assertThat(letter.text())
        .contains("A lead could not", "34.00 USD", "/console/returns\n", "/console/deliveries\n");
    assertThat(letters.leadsUndelivered(ann, 3, Money.usd(102_00)).subject())
        .isEqualTo("3 leads could not be delivered, and 102.00 USD came back");
  }

  @Test
  void sayWhatBecameOfASavedCard() {
    assertThat(letters.cardCharged(ann, Money.usd(100_00), "invoice AIQ-17").text())
        .contains("100.00 USD was taken", "for invoice AIQ-17", "/console/wallet\n");
    assertThat(letters.cardRefused(ann, Money.usd(100_00), "the wallet", true).text())
        .contains("did not pay 100.00 USD for the wallet", "wants to ask the card's owner");
    assertThat(letters.cardRefused(ann, Money.usd(100_00), "the wallet", false).text())
        .contains("save another card");
    assertThat(letters.cardExpiring(ann, YearMonth.of(2026, 11)).text())
        .contains("at the end of November 2026", "in its place", "/console/wallet\n");
    assertThat(letters.autoTopUpStopped(ann, "the card has expired").text())
        .contains("since the card has expired", "/console/wallet\n");
  }

  @Test
  void goToThePersonAndSayWhatToDoIfItWasSomebodyElse() {
    Letter letter = letters.resetPassword(ann, secret);

    assertThat(letter.to()).isEqualTo(ann.email());
    assertThat(letter.text()).startsWith("Hello Ann,").contains("do nothing");
    assertThat(letter.toString()).doesNotContain(secret.value()).doesNotContain("ann");
  }

  @Test
  void carryTheSecretWhereNoBrowserSendsItAndOnceMoreForCopying() {
    for (Letter letter :
        List.of(letters.confirmEmail(ann, secret), letters.resetPassword(ann, secret))) {
      assertThat(letter.text()).contains("If the page asks for a code: " + secret.value() + "\n");
      assertThat(letter.text().lines().filter(line -> line.contains("#token=")))
          .singleElement()
          .asString()
          .matches("[^?#]+#token=[A-Za-z0-9_-]{43}");
    }
  }

  @Test
  void showsHowToTakeTheAccountFromWhoeverRegisteredWithTheAddress() {
    assertThat(letters.confirmEmail(ann, secret).text())
        .contains("https://aiqleads.example/console/forgot-password");
  }

  @Test
  void tellWhoeverIsRegisteredAlreadyWithoutASecret() {
    assertThat(letters.youAreRegistered(ann).text())
        .contains("/console/sign-in", "/console/forgot-password")
        .doesNotContain("token=");
  }

  @Test
  void inviteIntoATeam() {
    Membership inviter = aBuyer();
    Invitation invitation =
        new Invitation(
            new InvitationId(Ids.next(() -> PlatformFixtures.NOON)),
            inviter.team().id(),
            new Email("bob@buyers.example"),
            Set.of(Role.ANALYST),
            inviter.user().id(),
            PlatformFixtures.NOON);

    Letter letter = letters.invitation(invitation, inviter.user(), inviter.team(), secret);

    assertThat(letter.to()).isEqualTo(invitation.email());
    assertThat(letter.text())
        .contains("Ann invites you", "Ann's team", "/console/join#token=" + secret.value());
  }

  @Test
  void areOfKindsThatReadTheirTextBack() {
    assertThat(MailKind.RESET_PASSWORD.text()).isEqualTo("reset-password");
    assertThat(MailKind.values()).allMatch(kind -> MailKind.of(kind.text()) == kind);
  }

  @Test
  void remembersWhatWasAskedFor() {
    InMemoryMail mail = new InMemoryMail();

    String result =
        mail.run(
            requests -> {
              requests.add(MailKind.CONFIRM_EMAIL, ann.email());
              return "done";
            });

    assertThat(result).isEqualTo("done");
    assertThat(mail.asked())
        .containsExactly(new InMemoryMail.Asked(MailKind.CONFIRM_EMAIL, ann.email()));
  }

  @Test
  void tellWhatStandingOrdersDid() {
    OrderNews.Line line =
        new OrderNews.Line(
            "Pools", new LeadId(Ids.derived("lead")), "House in Miami, FL", Money.usd(12_00));

    Letter bought =
        letters.standingOrders(ann, new OrderNews(List.of(line, line), List.of(), 0, 0));
    Letter found = letters.standingOrders(ann, new OrderNews(List.of(), List.of(line), 1, 0));
    Letter missed = letters.standingOrders(ann, new OrderNews(List.of(), List.of(), 0, 2));

    assertThat(bought.subject()).isEqualTo("Your standing orders bought 2 leads");
    assertThat(found.subject()).isEqualTo("Your standing orders found a lead");
    assertThat(found.text())
        .contains("- House in Miami, FL, ", "(Pools)", "/console/leads/" + line.lead().text())
        .contains("And 1 more.")
        .doesNotContain("bought", "missed");
    assertThat(missed.subject()).isEqualTo("Your standing orders missed 2 leads");
    assertThat(missed.text())
        .contains("pause it, or end it, at https://aiqleads.example/console/standing-orders\n")
        .doesNotContain("any more");
    assertThat(letters.standingOrdersLeftBehind(ann, new OrderNews(List.of(), List.of(), 0, 2)))
        .satisfies(
            left -> {
              assertThat(left.to()).isEqualTo(ann.email());
              assertThat(left.subject()).isEqualTo(missed.subject());
              assertThat(left.text()).contains("is not in your team any more", "pause it");
            });
  }
}
