package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookParserTest {

  private static final PageParser PARSER = PageParser.of(Source.FACEBOOK);
  private static final String TEXT = FacebookPages.TEXT;
  private static final String OTHER = TEXT.replace("870000000000001", "870000000000009");
  private static final String BARE =
      """
      {"id":"870000000000001","marketplace_listing_title":"A house","formatted_price":{"text":"$500,000"},%s}""";

  @Test
  void readsAnAdvertisementOfWhichNoAnswerSaysEverything() {
    ParsedListing parsed = read(FacebookPages.item(TEXT));

    assertThat(parsed.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.FACEBOOK, "870000000000001"),
                Source.FACEBOOK,
                "870000000000001",
                FacebookPages.ITEM_URL,
                "Corner house with a mango tree",
                "Corner lot with a mango tree.\nCall 305-958-2368",
                Money.usd(649_900_00),
                new Property(PropertyType.HOUSE, 3, new BigDecimal("2.5"), 1742, null, null),
                LocalDate.of(2025, 11, 12),
                List.of(
                    "https://scontent.xx.fbcdn.net/v/t45.5328-4/111_222_n.jpg",
                    "https://scontent.xx.fbcdn.net/v/t45.5328-4/333_444_n.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("1468 SW 22nd Ter #4", "Miami", "FL", "33146"));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.7539, -80.2253));
    assertThat(parsed.contact()).isEqualTo(RawContact.NONE);
    assertThat(parsed.particulars())
        .isEqualTo(
            new Particulars(
                null,
                Instant.ofEpochSecond(1_762_948_800),
                null,
                null,
                null,
                false,
                true,
                Map.of("property type", "House"),
                List.of()));
  }

  @Test
  void aPhotoIsTheSameWhoeverSignedItsAddress() {
    String later =
        FacebookPages.item(TEXT)
            .replace("oe=67000000", "oe=68888888")
            .replace("scontent-mia3-1", "scontent-lga3-2");

    assertThat(read(later)).isEqualTo(read(FacebookPages.item(TEXT)));
    assertThat(read(later).listing().photoUrls()).noneMatch(address -> address.contains("oe="));
  }

  @Test
  void neverTakesWhatThePageShowsOfOthers() {
    String text = "\"property_type\":\"House\"";

    ParsedListing parsed =
        read(
            FacebookPages.page(
                FacebookPages.ITEM_ROUTE,
                FacebookPages.FEED
                    + FacebookPages.detail(FacebookPages.KIND, BARE.formatted(text))
                    + FacebookPages.FEED));

    assertThat(parsed.listing().price()).isEqualTo(Money.usd(500_000_00));
    assertThat(parsed.listing().property())
        .isEqualTo(new Property(PropertyType.HOUSE, null, null, null, null, null));
    assertThat(parsed.listing().description()).isNull();
    assertThat(parsed.listing().photoUrls()).isEmpty();
  }

  @Test
  void believesOnlyTheAnswersAboutTheAdvertisementOfTheAddress() {
    String both = FacebookPages.item(TEXT) + FacebookPages.detail(FacebookPages.KIND, OTHER);
    String photos = FacebookPages.PHOTOS.replace("870000000000001", "870000000000009");
    String other =
        FacebookPages.page(
            FacebookPages.ITEM_ROUTE,
            FacebookPages.detail(FacebookPages.KIND, OTHER)
                + FacebookPages.detail(FacebookPages.KIND, photos));

    assertThat(read(both)).isEqualTo(read(FacebookPages.item(TEXT)));
    assertThat(reading(FacebookPages.ITEM_URL, other))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
    assertThat(reading(FacebookPages.ITEM_URL, FacebookPages.search(FacebookPages.ROWS)))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.OTHER_LISTING));
  }

  @Test
  void whereTheAddressTellsNothingThePageDoes() {
    String url = "https://www.facebook.com/share/x/";
    String named =
        "<link rel=canonical href='https://www.facebook.com/marketplace/item/870000000000001/'>";
    String both = FacebookPages.item(TEXT) + FacebookPages.detail(FacebookPages.KIND, OTHER);

    assertThat(reading(url, FacebookPages.item(TEXT))).isInstanceOf(Read.class);
    assertThat(reading(url, named + both)).isInstanceOf(Read.class);
    assertThat(reading(url, both))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void aPageWithHalfOfItsAnswersIsNotRead() {
    String photosOnly =
        FacebookPages.page(
            FacebookPages.ITEM_ROUTE,
            FacebookPages.detail(FacebookPages.KIND, FacebookPages.PHOTOS));

    assertThat(reading(FacebookPages.ITEM_URL, photosOnly))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MarketplaceVehicleProductDetailsPage",
        "MarketplaceShopsProductDetailsPage",
        "MarketplaceProductDetailsPage"
      })
  void whatIsNoHomeIsRefusedWhateverHomesStandBesideIt(String kind) {
    String sofa = BARE.formatted("\"is_sold\":false");

    assertThat(reading(FacebookPages.ITEM_URL, FacebookPages.item(kind, sofa, FacebookPages.DRAWN)))
        .isEqualTo(new Refused(PageState.GONE, PageRefusal.NOT_A_HOME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"unit_room_info\":\"3 beds · 2 baths\"",
        "\"unit_area_info\":\"1,742 sqft\"",
        "\"property_type\":\"House\"",
        "\"home_address\":{\"street\":\"5 Main St\"}"
      })
  void whereThePageDoesNotSayWhatItIsOfWhatOnlyHomesHaveDoes(String sign) {
    String page =
        FacebookPages.page(
            FacebookPages.ITEM_ROUTE,
            FacebookPages.detail("MarketplaceProductDetailsPage", BARE.formatted(sign)));

    assertThat(reading(FacebookPages.ITEM_URL, page)).isInstanceOf(Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"is_sold\":true                             | GONE",
        "\"is_sold\":true,\"is_live\":true            | GONE",
        "\"is_sold\":true,\"is_pending\":true         | GONE",
        "\"renderable_listing_status\":\"SOLD\"       | GONE",
        "\"renderable_listing_status\":\"EXPIRED\"    | GONE",
        "\"is_live\":false                            | GONE",
        "\"is_pending\":true,\"is_live\":true         | UNDER_CONTRACT",
        "\"renderable_listing_status\":\"PENDING\"    | UNDER_CONTRACT",
        "\"formatted_price\":{\"text\":\"$1,900 / Month\"} | NOT_FOR_SALE"
      })
  void whatIsNotForSaleIsGone(String status, PageRefusal refusal) {
    String page = FacebookPages.item(FacebookPages.KIND, BARE.formatted(status.strip()), "");

    assertThat(reading(FacebookPages.ITEM_URL, page))
        .isEqualTo(new Refused(PageState.GONE, refusal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"is_live\":true",
        "\"is_sold\":false,\"is_pending\":false",
        "\"renderable_listing_status\":\"ACTIVE\"",
        "\"renderable_listing_status\":\"SOMETHING_NEW\""
      })
  void whatIsNotSaidToBeOverIsForSale(String status) {
    assertThat(
            reading(
                FacebookPages.ITEM_URL,
                FacebookPages.item(FacebookPages.KIND, BARE.formatted(status), "")))
        .isInstanceOf(Read.class);
  }

  @Test
  void readsAPageThatOnlyDrawsWhatItIsAbout() {
    String beside =
        """
        <ul><li><a href="/marketplace/item/879999999999999/"><h1>Another</h1><span>9 beds · 9 baths</span></a></li></ul>
        <div aria-label="Collection of Marketplace items"><span>8 beds · 8 baths</span></div>
        <a href="/marketplace/profile/4242/">Dana Doe</a>""";
    String page = FacebookPages.page(FacebookPages.ITEM_ROUTE, beside + FacebookPages.DRAWN);

    ParsedListing parsed = read(page);

    assertThat(parsed.listing().title()).isEqualTo("Corner house with a mango tree");
    assertThat(parsed.listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(parsed.listing().description()).startsWith("Corner lot with a mango tree.");
    assertThat(parsed.listing().property())
        .isEqualTo(new Property(PropertyType.OTHER, 3, new BigDecimal("2.5"), 1742, null, null));
    assertThat(parsed.contact().name()).isEqualTo("Dana Doe");
    assertThat(parsed.particulars().sellerUrl())
        .isEqualTo("https://www.facebook.com/marketplace/profile/4242/");
  }

  @Test
  void aPageThatDrawsNoRoomsMayBeOfAnything() {
    String drawn = "<div><h1>Sofa</h1><div>$649</div></div>";

    assertThat(reading(FacebookPages.ITEM_URL, FacebookPages.page(FacebookPages.ITEM_ROUTE, drawn)))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void doesNotReadThePageOfAnother() {
    String canonical =
        "<link rel=canonical href='https://www.facebook.com/marketplace/item/870000000000009/'>";
    String unpriced =
        TEXT.replace("\"listing_price\"", "\"x\"").replace("\"formatted_price\"", "\"y\"");

    assertThat(
            reading(
                FacebookPages.ITEM_URL,
                FacebookPages.item(FacebookPages.KIND, unpriced, canonical + FacebookPages.DRAWN)))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void keepsWhatTwoPlacesSayAgainstEachOther() {
    String drawn =
        FacebookPages.DRAWN
            .replace("$649,900", "$639,900")
            .replace("3 beds", "4 beds")
            .replace("Corner lot", "Hillside lot");
    String text =
        TEXT.replace(
            "\"location_text\":{\"text\":\"Miami, FL\"}",
            "\"location_text\":{\"text\":\"Coral Gables, FL\"}");

    ParsedListing parsed = read(FacebookPages.item(FacebookPages.KIND, text, drawn));

    assertThat(parsed.listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(parsed.listing().property().bedrooms()).isEqualTo(3);
    assertThat(parsed.address().city()).isEqualTo("Miami");
    assertThat(parsed.particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactlyInAnyOrder("bedrooms", "city", "description", "price");
    assertThat(parsed.particulars().conflicts())
        .contains(
            new Conflict(
                "price",
                List.of(
                    new Reading("listing_price.amount", Money.usd(649_900_00).toString()),
                    new Reading("h1 + *", Money.usd(639_900_00).toString()))));
  }

  @Test
  void whatTwoAnswersSayAgainstEachOtherIsAConflictToo() {
    String page =
        FacebookPages.item(TEXT)
            + FacebookPages.detail(
                FacebookPages.KIND, TEXT.replace("3 beds · 2.5 baths", "5 beds · 2.5 baths"));

    assertThat(read(page).particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactly("bedrooms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amount\":\"500000.00\",\"currency\":\"USD\"} | $500,000  | 500000",
        "{\"amount\":500000,\"currency\":\"USD\"}        | x         | 500000",
        "{\"amount\":\"500000.00\"}                      | $500,000  | 500000",
        "{\"amount\":\"500000.00\"}                      | CA$500,000 |",
        "{\"amount\":\"500000.00\"}                      | 500,000 € |",
        "{\"amount\":\"500000.00\",\"currency\":\"CAD\"} | C$500,000 |",
        "{\"amount\":\"500000.00\",\"currency\":\"CAD\"} | $500,000  |",
        "{\"amount\":\"500000.00\",\"currency\":\"MXN\"} | $500,000  |",
        "{\"amount\":\"500000.00\"}                      | $500,000 CAD |",
        "{\"amount\":\"0.00\",\"currency\":\"USD\"}      | Free      |",
        "{\"amount\":\"1.00\",\"currency\":\"USD\"}      | $1        |"
      })
  void aPriceIsOneInDollars(String price, String formatted, @Nullable Integer dollars) {
    String text =
        """
        {"id":"870000000000001","marketplace_listing_title":"x","listing_price":%s,"formatted_price":{"text":"%s"}}"""
            .formatted(price, formatted);

    assertThat(read(FacebookPages.item(FacebookPages.KIND, text, "")).listing().price())
        .isEqualTo(dollars == null ? null : Money.usd(dollars * 100L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 beds · 2 baths | 3 | 2   | 1,742 sqft        | 1742",
        "1 bed · 1 bath   | 1 | 1   | 742 square feet   | 742",
        "Studio · 1 bath  | 0 | 1   | 100 m²            | 1076",
        "3 bedrooms, 2.5 bathrooms | 3 | 2.5 | 1,742 sq ft | 1742",
        "2 baths          |   | 2   | large             |",
        "cosy             |   |     | 2 acres           |"
      })
  void readsRoomsAndSizesAsTheyAreWritten(
      String rooms,
      @Nullable Integer bedrooms,
      @Nullable BigDecimal bathrooms,
      String size,
      @Nullable Integer area) {
    String text =
        BARE.formatted(
            "\"unit_room_info\":\"%s\",\"unit_area_info\":\"%s\"".formatted(rooms, size));

    assertThat(read(FacebookPages.item(FacebookPages.KIND, text, "")).listing().property())
        .isEqualTo(new Property(PropertyType.OTHER, bedrooms, bathrooms, area, null, null));
  }

  @Test
  void sectionsOfThePageFillWhatTheFieldsLack() {
    String text =
        BARE.formatted(
            """
            "pdp_display_sections":[{"pdp_fields":[{"display_label":"2 beds · 1 bath"},
            {"display_label":"980 sqft"},{"display_label":"Townhouse"}]}]""");

    assertThat(read(FacebookPages.item(FacebookPages.KIND, text, "")).listing().property())
        .isEqualTo(new Property(PropertyType.TOWNHOUSE, 2, new BigDecimal("1"), 980, null, null));
  }

  @ParameterizedTest
  @CsvSource({"House, HOUSE", "APARTMENT_CONDO, CONDO", "Townhouse, TOWNHOUSE", "Other, OTHER"})
  void knowsTheKindsOfHomes(String words, PropertyType type) {
    String text = BARE.formatted("\"property_type\":\"" + words + "\"");

    assertThat(read(FacebookPages.item(FacebookPages.KIND, text, "")).listing().property().type())
        .isEqualTo(type);
  }

  @Test
  void readsAWholeLineWhereTheStreetIsExpected() {
    String text =
        BARE.formatted(
            "\"home_address\":{\"street\":\"5 Main St, Hialeah, FL 33010\"},"
                + "\"location\":{\"reverse_geocode_detailed\":{\"city\":\"Miami\",\"postal_code\":\"SW1A 1AA\"}}");

    ParsedListing parsed = read(FacebookPages.item(FacebookPages.KIND, text, ""));

    assertThat(parsed.address()).isEqualTo(new RawAddress("5 Main St", "Miami", "FL", "33010"));
    assertThat(parsed.particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactly("city");
  }

  @Test
  void tellsTheSellerWhereTheSiteDoes() {
    String seller = "\"marketplace_listing_seller\":{\"id\":\"100\",\"name\":\"%s\"}";

    ParsedListing named =
        read(
            FacebookPages.item(
                FacebookPages.KIND, BARE.formatted(seller.formatted("Dana Doe")), ""));
    ParsedListing nobody =
        read(
            FacebookPages.item(
                FacebookPages.KIND, BARE.formatted(seller.formatted("Facebook user")), ""));

    assertThat(named.contact()).isEqualTo(new RawContact("Dana Doe", List.of(), List.of()));
    assertThat(named.particulars().sellerUrl())
        .isEqualTo("https://www.facebook.com/marketplace/profile/100/");
    assertThat(nobody.contact()).isEqualTo(RawContact.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"real_estate_listing_agent\":{\"name\":\"Ann Agent\"} | true",
        "\"listed_by\":\"AGENT\"                                | true",
        "\"listed_by\":\"OWNER\"                                | false",
        "\"real_estate_listing_agent\":null                     | false"
      })
  void tellsAnAgentsAdvertisementFromAnOwners(String says, boolean byBroker) {
    assertThat(
            read(FacebookPages.item(FacebookPages.KIND, BARE.formatted(says.strip()), ""))
                .particulars()
                .byBroker())
        .isEqualTo(byBroker);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "17629488000000", "-5", "\"soon\"", "1e30"})
  void aTimeThatCannotBeIsNone(String time) {
    String page =
        FacebookPages.item(FacebookPages.KIND, BARE.formatted("\"creation_time\":" + time), "");

    assertThat(read(page).listing().listedOn()).isNull();
  }

  @Test
  void anAdvertisementWithoutATitleOfItsOwnHasThatOfTheSite() {
    String custom =
        "{\"id\":\"870000000000001\",\"custom_title\":\"3 Beds House\",\"listing_price\":{\"amount\":\"1\"}}";

    assertThat(read(FacebookPages.item(FacebookPages.KIND, custom, "")).listing().title())
        .isEqualTo("3 Beds House");
  }

  @Test
  void readsTheOlderNameOfTheAnswerToo() {
    String page =
        FacebookPages.page(
            FacebookPages.ITEM_ROUTE,
            FacebookPages.detail(FacebookPages.KIND, TEXT)
                .replace("\"target\"", "\"marketplace_listing_renderable_target\""));

    assertThat(read(page).listing().price()).isEqualTo(Money.usd(649_900_00));
  }

  @Test
  void readsTheDataOfAPageWhoseMarkupIsTooLarge() {
    String large = FacebookPages.item(FacebookPages.KIND, TEXT, "<p>x".repeat(Html.MAX_TAGS + 1));

    assertThat(read(large).listing().price()).isEqualTo(Money.usd(649_900_00));
  }

  @Test
  void readsAPageOfTenMegabytes() {
    String noise =
        "<script type=\"application/json\">[" + "{\"a\":[1,2]},".repeat(800_000) + "1]</script>";

    assertThat(read(FacebookPages.item(FacebookPages.KIND, TEXT, noise)).address().zip())
        .isEqualTo("33146");
  }

  @Test
  void namesTheAdvertisementOfAnAddress() {
    assertThat(PARSER.listingAt(FacebookPages.ITEM_URL + "?ref=search#x"))
        .contains(Listing.idOf(Source.FACEBOOK, "870000000000001"));
    assertThat(PARSER.listingAt("https://www.facebook.com/commerce/listing/12"))
        .contains(Listing.idOf(Source.FACEBOOK, "12"));
    assertThat(PARSER.listingAt("https://www.facebook.com/marketplace/?q=/marketplace/item/1/"))
        .isEmpty();
    assertThat(PARSER.listingAt("https://www.facebook.com/" + "x".repeat(3000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
  void survivesAPageThatEndsAnywhere(double share) {
    String page = FacebookPages.item(TEXT);

    assertThat(reading(FacebookPages.ITEM_URL, page.substring(0, (int) (page.length() * share))))
        .isNotNull();
  }

  private static ParsedListing read(String page) {
    assertThat(reading(FacebookPages.ITEM_URL, page)).isInstanceOf(Read.class);
    return ((Read) reading(FacebookPages.ITEM_URL, page)).listings().getFirst();
  }

  private static PageReading reading(String url, String page) {
    return PARSER.read(FacebookPages.of(url, page));
  }
}
