package com.aiqleads.acquisition.approving;

import static com.aiqleads.acquisition.approving.ApprovingFixtures.NOON;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aPermit;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithholdingTest {

  private static final PageReading POSTING =
      PageParser.of(Source.CRAIGSLIST)
          .read(
              new Page(
                  Source.CRAIGSLIST,
                  Pages.CRAIGSLIST_URL,
                  Pages.text("craigslist-posting.html"),
                  Pages.FETCHED_AT));

  @Test
  void aPermitWithholdsWhatItDoesNotAllow() {
    assertThat(Withholding.of(aPermit(NOON)).names())
        .containsExactlyInAnyOrder("address", "location", "description", "contact");
  }

  @Test
  void leavesAReadingAsItIsIfEverythingIsAllowed() {
    assertThat(Withholding.NOTHING.from(POSTING)).isSameAs(POSTING);
  }

  @Test
  void takesNothingOfWhatIsWithheld() {
    ParsedListing left =
        only(
            Withholding.of(
                    List.of(
                        "price",
                        "address",
                        "location",
                        "description",
                        "property",
                        "photos",
                        "contact"))
                .from(POSTING));

    assertThat(left.listing().id()).isEqualTo(only(POSTING).listing().id());
    assertThat(left.listing().price()).isNull();
    assertThat(left.listing().description()).isNull();
    assertThat(left.listing().photoUrls()).isEmpty();
    assertThat(left.listing().property().type()).isEqualTo(PropertyType.OTHER);
    assertThat(left.address()).isEqualTo(RawAddress.UNKNOWN);
    assertThat(left.location()).isNull();
    assertThat(left.contact()).isEqualTo(RawContact.NONE);
    assertThat(left.particulars().sellerUrl()).isNull();
    assertThat(left.particulars().conflicts()).isEmpty();
  }

  @Test
  void eachIsWithheldAlone() {
    ParsedListing whole = only(POSTING);

    ParsedListing unpriced = only(Withholding.of(List.of("price")).from(POSTING));
    ParsedListing silent = only(Withholding.of(List.of("contact")).from(POSTING));
    ParsedListing odd = only(Withholding.of(List.of("of-a-later-release")).from(POSTING));

    assertThat(unpriced.listing().price()).isNull();
    assertThat(unpriced.address()).isEqualTo(whole.address());
    assertThat(unpriced.particulars().sellerUrl()).isEqualTo(whole.particulars().sellerUrl());
    assertThat(silent.listing().description()).isNull();
    assertThat(silent.listing().price()).isEqualTo(whole.listing().price());
    assertThat(odd.listing()).isEqualTo(whole.listing());
  }

  private static ParsedListing only(PageReading reading) {
    return ((Read) reading).listings().getFirst();
  }
}
