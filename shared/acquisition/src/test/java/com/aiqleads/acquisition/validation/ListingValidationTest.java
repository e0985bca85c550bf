package com.aiqleads.acquisition.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.address.AddressReading.Fault;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.proposing.Proposal;
import com.aiqleads.acquisition.proposing.ProposalVerdict;
import com.aiqleads.acquisition.proposing.Proposed;
import com.aiqleads.acquisition.proposing.ProposedField;
import com.aiqleads.acquisition.validation.Validation.Invalid;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingValidationTest {

  private static final GeoPoint ZIP_MIDDLE = new GeoPoint(25.75, -80.23);
  private static final GeoPoint ROOF = new GeoPoint(25.7539, -80.2253);
  private static final RawAddress ADDRESS =
      new RawAddress("1468 sw 22nd terrace", "Miami", "FL", "33145");
  private static final ListingValidation VALIDATION =
      new ListingValidation(
          LookupsFixtures.of(
              address ->
                  address.zip().equals("33145")
                      ? new Geocode.Found(new Location(ZIP_MIDDLE, Accuracy.ZIP))
                      : Geocode.NOT_FOUND));

  @Test
  void normalisesChecksAndLocates() {
    ValidListing valid = valid(parsed(ADDRESS, null));

    assertThat(valid.address())
        .isEqualTo(new Address("1468 SW 22ND TER", null, "MIAMI", "FL", "33145"));
    assertThat(valid.location()).isEqualTo(new Location(ZIP_MIDDLE, Accuracy.ZIP));
    assertThat(valid.contact().phones()).hasSize(1);
  }

  @Test
  void believesTheSitesOwnPointNearTheZipCodeOnly() {
    GeoPoint denver = new GeoPoint(39.74, -104.99);

    assertThat(valid(parsed(ADDRESS, ROOF)).location())
        .isEqualTo(new Location(ROOF, Accuracy.ROOFTOP));
    assertThat(valid(parsed(ADDRESS, denver)).location().accuracy()).isEqualTo(Accuracy.ZIP);
  }

  @Test
  void believesTheSitesOwnPointWhereTheGazetteerKnowsNothing() {
    RawAddress elsewhere = new RawAddress("12 Any St", "Nome", "AK", "99762");

    assertThat(valid(parsed(elsewhere, ROOF)).location().accuracy()).isEqualTo(Accuracy.ROOFTOP);
    assertThat(VALIDATION.validate(parsed(elsewhere, null)))
        .isEqualTo(new Invalid(List.of(ListingFault.NOT_ON_THE_MAP)));
  }

  @Test
  void keepsAListingWithoutContact() {
    ParsedListing silent =
        new ParsedListing(LeadFixtures.aListing(), ADDRESS, null, RawContact.NONE);

    assertThat(valid(silent).contact().isReachable()).isFalse();
  }

  @Test
  void namesEveryFault() {
    ParsedListing parsed =
        new ParsedListing(LeadFixtures.aListing(null), RawAddress.UNKNOWN, null, RawContact.NONE);

    assertThat(VALIDATION.validate(parsed))
        .isEqualTo(new Invalid(List.of(ListingFault.NO_PRICE, Fault.NO_ADDRESS)));
  }

  private static final String SAID = "Sunny home. 1468 SW 22nd Ter, Miami, FL 33145. Ask us.";

  @Test
  void takesAnAddressThatAModelCopiedOutOfTheText() {
    List<Proposal> told = new ArrayList<>();
    ListingValidation helped = helpedBy(new RawAddress("1468 SW 22nd Ter", "Miami", "FL", "33145"));

    Validation validation = helped.validate(saying(SAID, RawAddress.UNKNOWN), told::add);

    assertThat(validation).isInstanceOf(Valid.class);
    ValidListing valid = ((Valid) validation).listing();
    assertThat(valid.address().street()).isEqualTo("1468 SW 22ND TER");
    assertThat(valid.listing().description()).contains("on purchase").doesNotContain("1468");
    assertThat(told)
        .containsExactly(
            new Proposal(
                ProposedField.ADDRESS,
                "1468 SW 22nd Ter, Miami, FL, 33145",
                "tiny-1",
                ProposalVerdict.CONFIRMED));
    assertThat(told.getFirst().isConfirmed()).isTrue();
  }

  @Test
  void refusesAsBeforeWhatAModelInvented() {
    List<Proposal> told = new ArrayList<>();
    ListingValidation helped = helpedBy(new RawAddress("1470 SW 22nd Ter", "Miami", "FL", "33145"));

    assertThat(helped.validate(saying(SAID, RawAddress.UNKNOWN), told::add))
        .isEqualTo(new Invalid(List.of(Fault.NO_ADDRESS)));
    assertThat(told)
        .extracting(Proposal::verdict, Proposal::isConfirmed)
        .containsExactly(tuple(ProposalVerdict.INVENTED, false));
  }

  @Test
  void asksNobodyAboutWhatIsClearOrRefusedAnyway() {
    ListingValidation asking =
        new ListingValidation(
            LookupsFixtures.of(_ -> Geocode.NOT_FOUND),
            _ -> {
              throw new AssertionError("it is clear without");
            });

    asking.validate(saying(SAID, ADDRESS));
    asking.validate(saying(SAID, new RawAddress("PO Box 12", "Miami", "FL", "33145")));
    assertThat(
            asking.validate(
                new ParsedListing(
                    LeadFixtures.aListing(null), RawAddress.UNKNOWN, null, RawContact.NONE)))
        .isInstanceOf(Invalid.class);
  }

  private static ListingValidation helpedBy(RawAddress proposed) {
    return new ListingValidation(
        LookupsFixtures.of(_ -> new Geocode.Found(new Location(ZIP_MIDDLE, Accuracy.ZIP))),
        _ -> Optional.of(new Proposed<>(proposed, "tiny-1")));
  }

  private static ParsedListing saying(String text, RawAddress address) {
    return new ParsedListing(LeadFixtures.aListingSaying(text), address, null, RawContact.NONE);
  }

  @ParameterizedTest
  @CsvSource({"499999,false", "500000,true", "20000000000,true", "20000000001,false"})
  void refusesPricesThatNoHomeHas(long cents, boolean plausible) {
    ParsedListing parsed =
        new ParsedListing(LeadFixtures.aListing(Money.usd(cents)), ADDRESS, null, RawContact.NONE);

    assertThat(VALIDATION.validate(parsed) instanceof Valid).isEqualTo(plausible);
  }

  @Test
  void takesStreetAndContactOutOfWhatEverybodyReads() {
    Listing telling =
        LeadFixtures.aListing()
            .described(
                "1468 SW 22nd TERRACE, Miami", "Call 305-958-2368 now. 1468 sw 22nd terrace!");

    Listing shown = valid(new ParsedListing(telling, ADDRESS, null, RawContact.NONE)).listing();

    assertThat(shown.title()).isEqualTo("(address on purchase), Miami");
    assertThat(shown.description()).isEqualTo("Call (on purchase) now. (address on purchase)!");
    assertThat(ListingFault.NO_PRICE.text()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dana Whitfield", "DANA  whitfield", "Whitfield, Dana", "Dana\nWhitfield"})
  void takesTheNameOfTheSellerOutOfWhatEverybodyReads(String written) {
    Listing telling =
        LeadFixtures.aListing()
            .described("Home of " + written, "Ask for " + written + "; Dana Whitfields no.");

    Listing shown =
        valid(
                new ParsedListing(
                    telling,
                    ADDRESS,
                    null,
                    new RawContact("Dana  Whitfield", List.of(), List.of())))
            .listing();

    assertThat(shown.title()).isEqualTo("Home of (name on purchase)");
    assertThat(shown.description()).isEqualTo("Ask for (name on purchase); Dana Whitfields no.");
  }

  @Test
  void leavesANameOfOneWord() {
    Listing telling = LeadFixtures.aListing().described("Rose garden", "A rose garden by Rose.");

    Listing shown =
        valid(
                new ParsedListing(
                    telling, ADDRESS, null, new RawContact("Rose", List.of(), List.of())))
            .listing();

    assertThat(shown.description()).isEqualTo("A rose garden by Rose.");
  }

  @Test
  void theFirstEightWordsOfAnEndlessNameCount() {
    String known = "One Two Three Four Five Six Seven Eight";
    Listing telling = LeadFixtures.aListing().described("House", "Ask for " + known + ".");

    Listing shown =
        valid(
                new ParsedListing(
                    telling,
                    ADDRESS,
                    null,
                    new RawContact(known + " Nine".repeat(1000), List.of(), List.of())))
            .listing();

    assertThat(shown.description()).isEqualTo("Ask for (name on purchase).");
  }

  private static ParsedListing parsed(RawAddress address, @Nullable GeoPoint point) {
    return new ParsedListing(
        LeadFixtures.aListing(),
        address,
        point,
        new RawContact("Dana Whitfield", List.of("305-958-2368"), List.of()));
  }

  private static ValidListing valid(ParsedListing parsed) {
    assertThat(VALIDATION.validate(parsed)).isInstanceOf(Valid.class);
    return ((Valid) VALIDATION.validate(parsed)).listing();
  }
}
