package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorefrontTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));

  private final Database database = Stores.database(postgres);
  private final Storefront storefront = Stores.storefront(database);
  private final Offer offer = OfferFixtures.anOffer();
  private final LeadId lead = offer.lead().id();

  @BeforeEach
  void sellOneLead() {
    postgres.clear();
    Stores.putOnSale(database, List.of(offer));
  }

  @Test
  void showsEverybodyACard() {
    LeadCard card = storefront.show(OURS, lead).orElseThrow().card();

    assertThat(card.leadId()).isEqualTo(lead);
    assertThat(card.offerId()).isEqualTo(offer.id());
    assertThat(card.headline()).isEqualTo("3-bedroom house in Miami, FL");
    assertThat(card.teaser()).isEqualTo("Bright house, mango tree. Call [hidden].");
    assertThat(card.property()).isEqualTo(offer.lead().property());
    assertThat(card.cell()).isEqualTo(offer.lead().cell());
    assertThat(card.quality()).isEqualTo(offer.quality());
    assertThat(card.price()).isEqualTo(offer.price());
    assertThat(card.askingPrice()).isEqualTo(offer.lead().advertisement().askingPrice());
    assertThat(card.listedOn()).isEqualTo(offer.lead().advertisement().listedOn());
    assertThat(card.firstSeenAt()).isEqualTo(offer.lead().firstSeenAt());
    assertThat(card.slots()).isEqualTo(new Slots(3, 3, null, 0));
    assertThat(card.journey()).isEqualTo(offer.journey());
    assertThat(card.photos()).isEqualTo(1);
    assertThat(card.hasPhone()).isTrue();
    assertThat(card.hasEmail()).isTrue();
  }

  @Test
  void showsAPreviewToThoseWhoDidNotBuy() {
    sell(1, THEIRS);

    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Preview.class);
  }

  @Test
  void showsEverythingToTheTeamThatBought() {
    sell(1, OURS);

    assertThat(storefront.show(OURS, lead))
        .get()
        .isInstanceOfSatisfying(
            ShownLead.Owned.class,
            owned -> {
              assertThat(owned.contact()).isEqualTo(offer.contact());
              assertThat(owned.address()).isEqualTo(offer.lead().address());
              assertThat(owned.point()).isEqualTo(offer.lead().point());
              assertThat(owned.advertisement()).isEqualTo(offer.lead().advertisement());
              assertThat(owned.card().slots()).isEqualTo(new Slots(3, 2, null, 0));
            });
  }

  @Test
  void aHoldIsNoPurchaseAndEndsByItself() {
    TestClock clock = new TestClock(postgres);
    Sales.hold(database, THEIRS, lead);
    clock.pass(Duration.ofMinutes(5));
    Sales.hold(database, OURS, lead);

    ShownLead shown = storefront.show(OURS, lead).orElseThrow();

    assertThat(shown).isInstanceOf(ShownLead.Preview.class);
    assertThat(shown.card().slots()).isEqualTo(new Slots(3, 2, null, 0));
  }

  @Test
  void showsManyInTheOrderAskedForWithoutTheirReasons() {
    List<Offer> more =
        List.of(
            OfferFixtures.anOffer(OfferFixtures.aLead(2, 1)),
            OfferFixtures.anOffer(OfferFixtures.aLead(3, 1)));
    Stores.putOnSale(database, more);
    sell(2, OURS);
    List<LeadId> asked =
        List.of(
            OfferFixtures.leadId(3),
            OfferFixtures.leadId(99),
            OfferFixtures.leadId(1),
            OfferFixtures.leadId(2));

    List<ShownLead> shown = storefront.show(OURS, asked);

    assertThat(shown)
        .extracting(item -> item.card().leadId())
        .containsExactly(OfferFixtures.leadId(3), OfferFixtures.leadId(1), OfferFixtures.leadId(2));
    assertThat(shown.getFirst().card().quality().reasons()).isEmpty();
    assertThat(shown.getFirst().card().price().reasons()).isEmpty();
    assertThat(shown).filteredOn(ShownLead.Owned.class::isInstance).hasSize(1);
  }

  @Test
  void showsNothingIfNothingIsAskedFor() {
    assertThat(storefront.show(OURS, List.of())).isEmpty();
  }

  @Test
  void showsWithdrawnLeadsOnlyToTheirOwners() {
    sell(1, OURS);
    Offer later = OfferFixtures.anOffer(OfferFixtures.aLead(1, 2));
    Stores.offers(database).store(later, Standing.WITHDRAWN);

    assertThat(storefront.show(THEIRS, lead)).isEmpty();
    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Owned.class);
  }

  @Test
  void showsNothingThatLeadsToASellerWhoAskedNotToBeContacted() {
    sell(1, OURS);
    Offers offers = Stores.offers(database);
    offers.withhold(lead, 0);
    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Owned.class);

    offers.withhold(lead, 1);
    offers.withhold(lead, 1);
    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Withheld.class);

    offers.store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.ON_SALE);
    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Owned.class);
  }

  @Test
  void showsThatTheSellerOfABoughtLeadWasErased() {
    sell(1, OURS);
    Stores.offers(database).erase(lead, 2, offer.journey());

    assertThat(storefront.show(OURS, lead)).get().isInstanceOf(ShownLead.Withheld.class);
    assertThat(storefront.show(THEIRS, lead)).isEmpty();
  }

  private void sell(int number, TeamId team) {
    Sales.buy(database, team, Sales.hold(database, team, OfferFixtures.leadId(number)));
  }
}
