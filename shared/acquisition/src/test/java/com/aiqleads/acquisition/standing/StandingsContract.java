package com.aiqleads.acquisition.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Resolution;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of standings does, whatever keeps it.
public abstract class StandingsContract {

  private static final String TEXT =
      "Corner lot with a mango tree in the yard, a roof that is two years old, windows against"
          + " storms, an open kitchen with a gas range and a garage for two cars.";
  private static final Contact DANA = contact("Dana Whitfield", "+13059582368");
  private static final Contact OTHER = contact("Rosa Kestrel", "+13059581111");
  private static final Address HERE = LeadFixtures.anAddress();

  private int number;

  protected abstract Leads leads();

  protected abstract Standings standings();

  @Test
  void nothingIsAroundTheOnlyLead() {
    Around around = around(file(HERE, TEXT, 500_000, DANA, null));

    assertThat(around.kin()).isEmpty();
    assertThat(around.level()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void findsACloneWhateverPlaceItNamesAndTellsTheDearerOne() {
    Lead original = file(HERE, TEXT + " In Miami since 1951.", 500_000, DANA, null);
    Lead clone = file(elsewhere(1), TEXT + " In Tampa since 1978!", 300_000, OTHER, null);

    assertThat(standing(clone).dearerTwins()).isEqualTo(1);
    assertThat(standing(clone).sameTexts()).isEqualTo(1);
    assertThat(standing(original).dearerTwins()).isZero();
    assertThat(around(clone).doubted(clone)).containsExactly(original.id());
  }

  @Test
  void aSellerMayUseTheirOwnTextAgain() {
    file(HERE, TEXT, 500_000, DANA, null);
    Lead second = file(elsewhere(1), TEXT, 300_000, DANA, null);

    assertThat(standing(second).dearerTwins()).isZero();
    assertThat(standing(second).sameTexts()).isZero();
    assertThat(standing(second).contactHomes()).isEqualTo(1);
    assertThat(around(second).doubted(second)).isEmpty();
  }

  @Test
  void knowsTheSellerOfALeadByAnyOfItsAdvertisements() {
    Lead first = file(HERE, TEXT, 500_000, DANA, null);
    file(elsewhere(1), TEXT, 500_000, Contact.NONE, null);
    assertThat(standing(first).sameTexts()).isZero();

    file(elsewhere(1), null, 500_000, OTHER, null);

    assertThat(standing(first).sameTexts()).isEqualTo(1);
  }

  @Test
  void aDifferentTextIsNoCopy() {
    file(HERE, TEXT, 500_000, DANA, null);
    Lead other =
        file(
            elsewhere(1),
            "Split floor plan, a large living room and plenty of closets under a new metal roof.",
            300_000,
            OTHER,
            null);

    assertThat(around(other).kin()).isEmpty();
  }

  @Test
  void aTextThatFiftyOthersHaveIsNobodysOwn() {
    for (int at = 0; at < Standings.MAX_SHARING; at++) {
      file(farOff(at), TEXT, 300_000 + at * 20_000, at == 0 ? DANA : Contact.NONE, null);
    }
    Lead dana = file(elsewhere(100), null, 500_000, DANA, null);
    Lead last = file(HERE, null, 500_000, OTHER, null);
    Marks posted = Marks.of(LeadFixtures.aListing().described("Cheap", TEXT), OTHER, null);
    assertThat(around(posted).kin()).filteredOn(Kin::isAlike).hasSize(Standings.MAX_SHARING);

    file(farOff(Standings.MAX_SHARING), TEXT, 200_000, Contact.NONE, null);

    assertThat(around(posted).kin()).extracting(Kin::lead).containsExactly(last.id());
    assertThat(standing(dana).contactHomes()).isEqualTo(1);
  }

  private Around around(Marks posted) {
    return standings().around(posted, elsewhere(101), PropertyType.HOUSE, "miami-fl");
  }

  @Test
  void tellsOtherNamesAndOtherStatesBesideOneContact() {
    file(HERE, null, 500_000, DANA, null);
    file(elsewhere(1), null, 500_000, contact("Rosa Kestrel", "+13059582368"), null);
    Lead third =
        file(
            new Address("7 ELM ST", null, "AUSTIN", "TX", "78701"),
            null,
            500_000,
            contact("DANA  WHITFIELD", "+13059582368"),
            null);

    assertThat(standing(third).contactHomes()).isEqualTo(2);
    assertThat(standing(third).contactRenamed()).isEqualTo(1);
    assertThat(standing(third).contactStates()).isEqualTo(1);
  }

  @Test
  void countsTheHomesOfAnAccount() {
    String account = "https://www.craigslist.org/search/area/miami?userpostingid=7";
    file(HERE, null, 500_000, Contact.NONE, account);
    file(elsewhere(1), null, 500_000, Contact.NONE, account);
    Lead third = file(elsewhere(2), null, 500_000, Contact.NONE, account);

    assertThat(standing(third).accountHomes()).isEqualTo(2);
  }

  @Test
  void forgetsWhatAnAdvertisementDoesNotSayAnyMore() {
    Lead first = file(HERE, TEXT, 500_000, DANA, null);
    Lead copy = file(elsewhere(1), TEXT, 500_000, OTHER, null);
    assertThat(standing(first).sameTexts()).isEqualTo(1);

    Listing changed =
        copy.listing()
            .described("Home", "Nothing of that.")
            .observedAt(LeadFixtures.SEEN_AT.plusSeconds(60));
    assertThat(
            resolve(
                new Advertisement(
                    changed,
                    LeadFixtures.anAdvertisement().page(),
                    "miami-fl",
                    copy.address(),
                    copy.location(),
                    copy.contact(),
                    changed.observedAt())))
        .isInstanceOf(Changed.class);

    assertThat(standing(first).sameTexts()).isZero();
  }

  @Test
  void takesTheMedianOfTheZipCodeAndOfTheMarketWhereThatHasTooFew() {
    for (int at = 1; at < Level.MIN_HOMES; at++) {
      file(elsewhere(at), null, 174_200 * at, Contact.NONE, null);
    }
    Lead last = file(HERE, null, 174_200, Contact.NONE, null);
    assertThat(around(last).level().homes()).isEqualTo(Level.MIN_HOMES - 1);

    Lead dear = file(elsewhere(9), null, 1_742_000, Contact.NONE, null);

    assertThat(around(dear).level()).isEqualTo(new Level(Level.MIN_HOMES, 300_00));
  }

  @Test
  void looksAroundAnAdvertisementThatNobodyFiled() {
    Lead known = file(HERE, TEXT, 500_000, DANA, null);
    Marks posted = Marks.of(LeadFixtures.aListing().described("Cheap", TEXT), OTHER, null);

    Around around = standings().around(posted, elsewhere(1), PropertyType.HOUSE, "miami-fl");

    assertThat(around.kin()).extracting(Kin::lead).containsExactly(known.id());
    assertThat(around.kin()).allMatch(Kin::isAlike);
    assertThat(standings().around(new Marks(Set.of(), ""), HERE, PropertyType.LAND, "x"))
        .isEqualTo(new Around(List.of(), Level.UNKNOWN));
  }

  private static Address elsewhere(int at) {
    return new Address(at + " ELM ST", null, "TAMPA", "FL", "33602");
  }

  /// In a ZIP code of its own, so that no two are taken for one home.
  private static Address farOff(int at) {
    return new Address((17 * at + 1) + " ELM ST", null, "AUSTIN", "TX", "787" + (10 + at));
  }

  private static Contact contact(String name, String phone) {
    return new Contact(name, List.of(new Phone(phone)), List.<Email>of(), List.of());
  }

  private Around around(Lead lead) {
    return standings().around(lead);
  }

  private Standing standing(Lead lead) {
    return Standing.of(lead, around(lead));
  }

  private Lead file(
      Address address,
      @Nullable String text,
      int dollars,
      Contact contact,
      @Nullable String account) {
    String id = String.valueOf(++number);
    Listing plain =
        LeadFixtures.aListing(Source.FSBO, id, Money.usd(dollars * 100L), LeadFixtures.SEEN_AT);
    Listing listing =
        new Listing(
            plain.id(),
            plain.source(),
            id,
            plain.url(),
            "Home",
            text,
            plain.price(),
            plain.property(),
            plain.listedOn(),
            List.of(),
            null,
            plain.observedAt());
    Advertisement seen =
        new Advertisement(
            listing,
            LeadFixtures.anAdvertisement().page(),
            "miami-fl",
            address,
            LeadFixtures.aLocation(),
            contact,
            listing.observedAt(),
            account);
    Resolution resolution = resolve(seen);
    return resolution instanceof Joined(Lead lead, _) ? lead : ((Started) resolution).lead();
  }

  private Resolution resolve(Advertisement seen) {
    return new LeadResolution(leads(), InstantSource.system()).resolve(seen);
  }
}
