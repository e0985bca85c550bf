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
    assertThat(Scoring.of(LeadFixtures.aLead()))
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

    assertThat(Scoring.of(lead))
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
      names = {"PHONE_SHARED", "PHONE_FOREIGN", "PHONE_FICTIONAL", "EMAIL_DISPOSABLE"})
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

  private static Lead described(String text) {
    return lead(LeadFixtures.aListing().described("Home", text), LeadFixtures.aContact());
  }

  private static Lead lead(Listing listing, Contact contact) {
    return LeadFixtures.aLead(listing, LeadFixtures.aLocation(), contact);
  }
}
