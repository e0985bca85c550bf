package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaleRuleTest {

  @Test
  void sellsAnOrdinaryLead() {
    assertThat(SaleRule.against(OfferFixtures.anOffer())).isEmpty();
  }

  @Test
  void doesNotSellALeadWithoutPhoneAndMail() {
    Contact nobody = new Contact("Maria Alvarez", List.of(), List.of());

    assertThat(codes(offer(nobody, 78, 5))).containsExactly("unreachable");
  }

  @Test
  void sellsALeadWithEither() {
    Contact byPhone = new Contact(null, List.of(new Phone("+13055550123")), List.of());
    Contact byMail = new Contact(null, List.of(), List.of(new Email("maria@example.com")));

    assertThat(codes(offer(byPhone, 78, 5))).isEmpty();
    assertThat(codes(offer(byMail, 78, 5))).isEmpty();
  }

  @Test
  void doesNotSellLikelyFraud() {
    Contact contact = OfferFixtures.aContact();

    assertThat(codes(offer(contact, 78, 69))).isEmpty();
    assertThat(codes(offer(contact, 78, 70))).containsExactly("likely_fraud");
    assertThat(codes(offer(contact, 78, 71))).containsExactly("likely_fraud");
  }

  @Test
  void doesNotSellWhatIsWorthNothing() {
    Contact contact = OfferFixtures.aContact();

    assertThat(codes(offer(contact, 21, 5))).isEmpty();
    assertThat(codes(offer(contact, 20, 5))).isEmpty();
    assertThat(codes(offer(contact, 19, 5))).containsExactly("worthless");
  }

  @Test
  void namesEveryReason() {
    Contact nobody = new Contact(null, List.of(), List.of());

    assertThat(codes(offer(nobody, 0, 100)))
        .containsExactly("unreachable", "likely_fraud", "worthless");
  }

  private static Offer offer(Contact contact, int quality, int fraud) {
    return new Offer(
        OfferFixtures.aLead(),
        contact,
        OfferFixtures.aScore(quality),
        OfferFixtures.aScore(fraud),
        OfferFixtures.aPrice(34_00),
        OfferFixtures.aJourney(1));
  }

  private static List<String> codes(Offer offer) {
    return SaleRule.against(offer).stream().map(Reason::code).toList();
  }
}
