package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.resolution.Ending.Meaningless;
import com.aiqleads.acquisition.resolution.Ending.Outlived;
import com.aiqleads.acquisition.resolution.Ending.Over;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.acquisition.scoring.FraudSignal;
import com.aiqleads.acquisition.validation.ListingFault;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

  private static final Instant SEEN_AT = LeadFixtures.SEEN_AT;
  private static final Instant LATER = SEEN_AT.plusSeconds(60);
  private static final Advertisement FIRST = ad(Source.FSBO, "1", SEEN_AT);
  private static final Advertisement SECOND = ad(Source.FORSALEBYOWNER, "9", SEEN_AT);

  private static final ListingId UNKNOWN = ad(Source.FSBO, "77", SEEN_AT).listing().id();

  private final InMemoryLeads leads = new InMemoryLeads();
  private final LeadResolution resolution = new LeadResolution(leads, InstantSource.fixed(SEEN_AT));

  @Test
  void theLastAdvertisementEndsItsLead() {
    Lead lead = ((Started) resolution.resolve(FIRST)).lead();

    assertThat(end(FIRST, LATER)).isEqualTo(new Over(lead.id(), 2));

    assertThat(leads.all().getFirst().version()).isEqualTo(2);
  }

  @Test
  void anotherAdvertisementKeepsTheLeadWithWhatItSays() {
    resolution.resolve(FIRST);
    resolution.resolve(SECOND);

    Lead left = ((Outlived) end(FIRST, LATER)).lead();

    assertThat(left.version()).isEqualTo(3);
    assertThat(left.listings()).isEqualTo(1);
    assertThat(left.sources()).containsExactly(Source.FORSALEBYOWNER);
    assertThat(left.listing().id()).isEqualTo(SECOND.listing().id());
    assertThat(end(SECOND, LATER)).isEqualTo(new Over(left.id(), 4));
  }

  @Test
  void endsOnceThoughItIsSaidAgain() {
    resolution.resolve(FIRST);
    end(FIRST, LATER);

    assertThat(end(FIRST, LATER)).isInstanceOf(Meaningless.class);
    assertThat(end(FIRST, LATER.plusSeconds(60))).isInstanceOf(Meaningless.class);
    assertThat(leads.all().getFirst().version()).isEqualTo(2);
  }

  @Test
  void anEndFromBeforeTheLastLookSaysNothing() {
    resolution.resolve(FIRST);

    assertThat(end(FIRST, SEEN_AT.minusSeconds(1))).isInstanceOf(Meaningless.class);
    assertThat(end(FIRST, SEEN_AT)).isInstanceOf(Meaningless.class);
    assertThat(leads.all().getFirst().version()).isEqualTo(1);
  }

  @Test
  void whatWasSeenBeforeTheEndComesTooLate() {
    assertThat(end(FIRST, LATER)).isInstanceOf(Meaningless.class);

    assertThat(resolution.resolve(FIRST)).isInstanceOf(Outdated.class);
    assertThat(leads.all()).isEmpty();
  }

  @Test
  void whatWasSeenBeforeTheEndOfAKnownOneComesTooLate() {
    resolution.resolve(FIRST);
    end(FIRST, LATER);

    assertThat(resolution.resolve(ad(Source.FSBO, "1", LATER.minusSeconds(1))))
        .isInstanceOf(Outdated.class);
  }

  @Test
  void theSameAdvertisementSeenAgainIsForSaleAgain() {
    Lead lead = ((Started) resolution.resolve(FIRST)).lead();
    end(FIRST, LATER);

    Resolution again = resolution.resolve(ad(Source.FSBO, "1", LATER.plusSeconds(1)));

    assertThat(((Changed) again).lead().version()).isEqualTo(3);
    assertThat(((Changed) again).lead().id()).isEqualTo(lead.id());
    assertThat(end(FIRST, LATER)).isInstanceOf(Meaningless.class);
    assertThat(resolution.resolve(ad(Source.FSBO, "1", LATER.plusSeconds(2))))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void anotherAdvertisementOfTheHomeTakesItsLeadUpAgain() {
    resolution.resolve(FIRST);
    end(FIRST, LATER);

    Lead lead = ((Joined) resolution.resolve(SECOND)).lead();

    assertThat(lead.version()).isEqualTo(3);
    assertThat(lead.listings()).isEqualTo(1);
  }

  @Test
  void aSharedPhoneIsRemarkedStill() {
    for (int house = 1; house <= 3; house++) {
      resolution.resolve(
          LeadFixtures.anAdvertisement(
              LeadFixtures.aListing(Source.FSBO, "h" + house, LeadFixtures.PRICE, SEEN_AT),
              new Address(house + " ANY ST", null, "MIAMI", "FL", "33145"),
              LeadFixtures.aContact()));
    }
    resolution.resolve(FIRST);
    resolution.resolve(SECOND);

    Lead left = ((Outlived) end(FIRST, LATER)).lead();

    assertThat(left.contact().remarks()).extracting(Explained::code).contains("phone_shared");
  }

  @Test
  void reservesWhatTheLeadOfAnEndingAdvertisementIsFoundBy() {
    resolution.resolve(FIRST);

    resolution.reserve(List.of(SECOND), Set.of(), Set.of(FIRST.listing().id(), UNKNOWN));

    assertThat(leads.reserved()).containsAll(BlockingKey.of(FIRST));
    assertThat(leads.reservedListings())
        .containsExactlyInAnyOrder(FIRST.listing().id(), SECOND.listing().id(), UNKNOWN);
  }

  @Test
  void anEndUnderAnotherIdEndsTheAdvertisement() {
    resolution.resolve(FIRST);
    resolution.alias(UNKNOWN, FIRST.listing().id());

    assertThat(resolution.end(UNKNOWN, LATER)).isInstanceOf(Over.class);
    assertThat(resolution.end(FIRST.listing().id(), LATER)).isInstanceOf(Meaningless.class);
  }

  @Test
  void anEndThatWasSeenUnderAnotherIdCountsOnceThatIsKnown() {
    resolution.end(UNKNOWN, LATER);
    resolution.alias(UNKNOWN, FIRST.listing().id());
    resolution.alias(UNKNOWN, FIRST.listing().id());

    assertThat(resolution.resolve(FIRST)).isInstanceOf(Outdated.class);
  }

  @Test
  void reservesEveryIdOfAnAdvertisement() {
    resolution.resolve(FIRST);
    resolution.alias(UNKNOWN, FIRST.listing().id());

    resolution.reserve(List.of(), Set.of(SECOND.listing().id()), Set.of(UNKNOWN));

    assertThat(leads.reserved()).containsAll(BlockingKey.of(FIRST));
    assertThat(leads.reservedListings())
        .containsExactlyInAnyOrder(FIRST.listing().id(), SECOND.listing().id(), UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageRefusal.class,
      names = {"GONE", "NOT_FOUND", "NOT_FOR_SALE", "UNDER_CONTRACT"})
  void whatTheSiteSaysEndsAnAdvertisement(PageRefusal refusal) {
    assertThat(EndingReasons.anyOf(List.of(refusal))).isTrue();
  }

  @Test
  void anAdvertisementWithoutAPriceSellsNothing() {
    assertThat(ends(ListingFault.NOT_ON_THE_MAP, ListingFault.NO_PRICE)).isTrue();
    assertThat(ends(ListingFault.IMPLAUSIBLE_PRICE)).isTrue();
  }

  @Test
  void whatWeCannotReadEndsNothing() {
    assertThat(ends(PageRefusal.UNKNOWN, PageRefusal.MALFORMED, PageRefusal.LOGIN)).isFalse();
    assertThat(ends(ListingFault.NOT_ON_THE_MAP)).isFalse();
    assertThat(ends(FraudSignal.values())).isFalse();
    assertThat(ends()).isFalse();
  }

  private static boolean ends(Reason... reasons) {
    return EndingReasons.anyOf(List.of(reasons));
  }

  private Ending end(Advertisement advertisement, Instant at) {
    return resolution.end(advertisement.listing().id(), at);
  }

  private static Advertisement ad(Source source, String id, Instant observedAt) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(source, id, LeadFixtures.PRICE, observedAt));
  }
}
