package com.aiqleads.acquisition.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.contact.ContactRemark;
import com.aiqleads.acquisition.scoring.Scoring.Scored;
import com.aiqleads.acquisition.scoring.Scoring.TooFraudulent;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {

  @Test
  void anHonestLeadIsScored() {
    assertThat(Scoring.of(LeadFixtures.aLead(), Standing.UNKNOWN))
        .isInstanceOfSatisfying(
            Scored.class,
            scored -> {
              assertThat(scored.quality().points()).isEqualTo(100);
              assertThat(scored.fraud()).isEqualTo(new Fraud(0, List.of()));
              assertThat(scored.fraud().band().id()).isEqualTo("low");
            });
  }

  @Test
  void aFraudIsNotScored() {
    Lead lead = described("I work overseas. Send a deposit by Western Union, keys will be mailed.");

    assertThat(Scoring.of(lead, Standing.UNKNOWN))
        .isInstanceOfSatisfying(
            TooFraudulent.class,
            fraud ->
                assertThat(fraud.fraud().reasons())
                    .containsExactly(FraudSignal.ASKS_FOR_MONEY, FraudSignal.SELLER_ABROAD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wire me the money first",
        "pay by MoneyGram",
        "Gift card accepted",
        "we need a credit report",
        "Pay a refundable deposit",
        "deposit before viewing"
      })
  void knowsThoseWhoAskForMoney(String text) {
    assertThat(FraudRules.fraudIn(described(text)).reasons())
        .containsExactly(FraudSignal.ASKS_FOR_MONEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "New wiring and a wired alarm",
        "Send me your best offer",
        "Deposits are held in escrow",
        "Seller moves out of town"
      })
  void leavesHonestTextsAlone(String text) {
    assertThat(FraudRules.fraudIn(described(text)).reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4354999,true", "4355000,false"})
  void aPriceBelowTwentyFiveDollarsASquareFootIsTooLow(long cents, boolean tooLow) {
    Lead lead = lead(LeadFixtures.aListing(Money.usd(cents)), LeadFixtures.aContact());

    assertThat(FraudRules.fraudIn(lead).reasons().contains(FraudSignal.PRICE_TOO_LOW))
        .isEqualTo(tooLow);
  }

  @ParameterizedTest
  @EnumSource(
      value = ContactRemark.class,
      names = {"PHONE_SHARED", "PHONE_FICTIONAL", "EMAIL_DISPOSABLE", "EMAIL_RELAY"})
  void readsTheRemarksOnTheContact(ContactRemark remark) {
    Contact contact = LeadFixtures.aContact();
    Contact remarked =
        new Contact(
            contact.name(), contact.phones(), contact.emails(), List.of(Explained.by(remark)));

    assertThat(FraudRules.fraudIn(lead(LeadFixtures.aListing(), remarked)).reasons()).hasSize(1);
  }

  @Test
  void countsAZipCodeElsewhereAndASilentSeller() {
    Lead lead =
        LeadFixtures.aLead(
            LeadFixtures.aListing(),
            new Location(LeadFixtures.aLocation().point(), Accuracy.CITY),
            Contact.NONE);

    assertThat(FraudRules.fraudIn(lead))
        .isEqualTo(new Fraud(25, List.of(FraudSignal.ZIP_ELSEWHERE, FraudSignal.NO_CONTACT)));
    assertThat(FraudSignal.NO_CONTACT.code()).isEqualTo("no_contact");
    assertThat(FraudSignal.NO_CONTACT.text()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"0,LOW", "29,LOW", "30,ELEVATED", "69,ELEVATED", "70,HIGH", "100,HIGH"})
  void bandsStartAtTheirPoints(int points, FraudBand band) {
    assertThat(new Fraud(points, List.of()).band()).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, 0, CLONED_CHEAPER",
    "0, 3, 0, 0, 0, TEXT_REUSED",
    "0, 0, 1, 0, 0, PHOTOS_REUSED",
    "0, 0, 0, 2, 0, CONTACT_RENAMED",
    "0, 0, 0, 0, 3, ACCOUNT_FANS_OUT"
  })
  void countsWhatOthersHaveInCommon(
      int twins, int texts, int photos, int renamed, int account, FraudSignal signal) {
    Standing at = new Standing(twins, texts, photos, 0, renamed, 0, account, Level.UNKNOWN);
    Standing below =
        new Standing(
            less(twins),
            less(texts),
            less(photos),
            0,
            less(renamed),
            0,
            less(account),
            Level.UNKNOWN);

    assertThat(FraudRules.fraudIn(LeadFixtures.aLead(), at).reasons()).containsExactly(signal);
    assertThat(FraudRules.fraudIn(LeadFixtures.aLead(), below).reasons()).isEmpty();
  }

  private static int less(int count) {
    return Math.max(0, count - 1);
  }

  /// The home has 1,742 square feet; comparable ones cost 100 dollars each.
  @ParameterizedTest
  @CsvSource({
    "11323000, 8, ''",
    "11322999, 8, PRICE_BELOW_OTHERS",
    "11322999, 7, ''",
    "6097000, 8, PRICE_BELOW_OTHERS",
    "6096999, 8, PRICE_FAR_BELOW_OTHERS"
  })
  void holdsThePriceAgainstComparableHomes(long cents, int homes, String signal) {
    Lead lead = lead(LeadFixtures.aListing(Money.usd(cents)), LeadFixtures.aContact());
    Standing standing = new Standing(0, 0, 0, 0, 0, 0, 0, new Level(homes, 100_00));

    assertThat(FraudRules.fraudIn(lead, standing).reasons().stream().map(Object::toString))
        .containsExactlyElementsOf(signal.isEmpty() ? List.of() : List.of(signal));
  }

  private static Lead described(String text) {
    return lead(LeadFixtures.aListing().described("Home", text), LeadFixtures.aContact());
  }

  private static Lead lead(Listing listing, Contact contact) {
    return LeadFixtures.aLead(listing, LeadFixtures.aLocation(), contact);
  }
}
