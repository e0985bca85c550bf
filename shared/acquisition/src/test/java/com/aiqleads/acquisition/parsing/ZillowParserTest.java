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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZillowParserTest {

  private static final PageParser PARSER = PageParser.of(Source.ZILLOW);
  private static final String HOME = ZillowPages.HOME;
  private static final String OTHER =
      HOME.replace("43210001", "43210009").replace("649900", "111000");
  private static final String OWNER_PHONE = "{\"id\":\"PHONE\",\"text\":\"(305) 958-2368\"}";

  @Test
  void readsAHome() {
    ParsedListing parsed = read(ZillowPages.home(HOME));

    assertThat(parsed.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.ZILLOW, "43210001"),
                Source.ZILLOW,
                "43210001",
                ZillowPages.HOME_URL,
                "3 bedroom house for sale in Miami",
                "Corner lot with a mango tree.",
                Money.usd(649_900_00),
                new Property(PropertyType.HOUSE, 3, new BigDecimal("2.5"), 1742, 6098, 1954),
                LocalDate.of(2026, 11, 12),
                List.of(
                    "https://photos.zillowstatic.com/fp/aaa-cc_ft_1536.jpg",
                    "https://photos.zillowstatic.com/fp/bbb-cc_ft_384.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("1468 SW 22nd Ter #4", "Miami", "FL", "33146"));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.7539, -80.2253));
    assertThat(parsed.contact())
        .isEqualTo(new RawContact(null, List.of("(305) 958-2368"), List.of()));
    assertThat(parsed.particulars().byBroker()).isFalse();
    assertThat(parsed.particulars().attributes())
        .containsEntry("bathrooms full", "2")
        .containsEntry("bathrooms half", "1")
        .containsEntry("parcel", "01-4116-009-1230")
        .containsEntry(
            "price history", "2026-11-12 Listed for sale 649900; 2019-03-02 Sold 420000");
  }

  @Test
  void readsTheAnswersInEachOfTheirPlaces() {
    String answers = ZillowPages.quoted(ZillowPages.answers(HOME));
    String bare = ZillowPages.answers(HOME);

    for (String page :
        List.of(
            next(
                "{\"props\":{\"pageProps\":{\"componentProps\":{\"gdpClientCache\":%s}}}}",
                answers),
            next("{\"props\":{\"pageProps\":{\"gdpClientCache\":%s}}}", answers),
            next("{\"props\":{\"pageProps\":{\"gdpClientCache\":%s}}}", bare),
            "<script id=\"hdpApolloPreloadedData\" type=\"application/json\">{\"apiCache\":%s}</script>"
                .formatted(answers))) {
      assertThat(read(page).listing().price()).isEqualTo(Money.usd(649_900_00));
    }
  }

  @Test
  void believesOnlyTheAnswerAboutTheHomeOfTheAddress() {
    String body = ZillowPages.DRAWN;
    String page =
        ZillowPages.next(
            "{\"props\":{\"pageProps\":{\"gdpClientCache\":%s}}}"
                .formatted(ZillowPages.quoted(ZillowPages.answers(OTHER, HOME))),
            body);

    assertThat(read(page).listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(reading(ZillowPages.HOME_URL, ZillowPages.home(OTHER)))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void theFullestOfSeveralAnswersIsTaken() {
    String page =
        next(
            "{\"props\":{\"pageProps\":{\"gdpClientCache\":%s}}}",
            ZillowPages.quoted(ZillowPages.answers("{\"zpid\":43210001,\"price\":1}", HOME)));

    assertThat(read(page).listing().price()).isEqualTo(Money.usd(649_900_00));
  }

  @Test
  void whereTheAddressTellsNothingThePageDoes() {
    String url = "https://www.zillow.com/homes/x/";

    assertThat(reading(url, ZillowPages.home(HOME))).isInstanceOf(Read.class);
    assertThat(reading(url, ZillowPages.home(OTHER)))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void aSearchInPlaceOfAHomeIsOfOtherHomes() {
    assertThat(reading(ZillowPages.HOME_URL, ZillowPages.search(ZillowPages.ROWS)))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void doesNotReadWhatThePageDrawsOfOtherHomes() {
    String beside =
        """
        <ul><li><a href="/homedetails/x/43210009_zpid/">x</a><span data-testid="price">$111,000</span>
        <div data-testid="bed-bath-sqft-fact-container">9 beds</div></li></ul>""";
    String unpriced = HOME.replace("\"price\":649900,\"bed", "\"bed");

    assertThat(read(ZillowPages.home(unpriced, beside + ZillowPages.DRAWN)).listing().price())
        .isEqualTo(Money.usd(649_900_00));
    assertThat(read(ZillowPages.home(unpriced, "<h1>x</h1>" + beside)).listing().price()).isNull();
    assertThat(read(ZillowPages.home(HOME, beside + ZillowPages.DRAWN)).particulars().conflicts())
        .isEmpty();
  }

  @Test
  void keepsWhatTwoPlacesSayAgainstEachOther() {
    ParsedListing parsed =
        read(ZillowPages.home(HOME, ZillowPages.DRAWN.replace("$649,900", "$639,900")));

    assertThat(parsed.listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(parsed.particulars().conflicts())
        .containsExactly(
            new Conflict(
                "price",
                List.of(
                    new Reading("price", Money.usd(649_900_00).toString()),
                    new Reading("[data-testid=price]", Money.usd(639_900_00).toString()))));
  }

  @Test
  void linkedDataOfTheSameHomeFillsWhatTheAnswerLacks() {
    String linked =
        """
        <script type="application/ld+json">{"@type":"SingleFamilyResidence","url":"/homedetails/x/ID_zpid/",
        "address":{"streetAddress":"5 Linked St","addressLocality":"Miami"},
        "geo":{"latitude":25.5,"longitude":-80.5},"floorSize":{"value":"1,900"},
        "numberOfBedrooms":4,"numberOfBathroomsTotal":2,"offers":{"price":"500000","priceCurrency":"USD"}}</script>""";
    String bare = "{\"zpid\":43210001,\"homeStatus\":\"FOR_SALE\"}";

    ParsedListing own = read(ZillowPages.home(bare, linked.replace("ID", "43210001")));
    ParsedListing foreign = read(ZillowPages.home(bare, linked.replace("ID", "43210009")));

    assertThat(own.listing().price()).isEqualTo(Money.usd(500_000_00));
    assertThat(own.listing().property())
        .isEqualTo(new Property(PropertyType.HOUSE, 4, new BigDecimal("2"), 1900, null, null));
    assertThat(own.location()).isEqualTo(new GeoPoint(25.5, -80.5));
    assertThat(own.address().street()).isEqualTo("5 Linked St");
    assertThat(foreign.listing().price()).isNull();
    assertThat(foreign.address()).isEqualTo(RawAddress.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"listingProvider\":{\"phoneNumber\":\"305-958-1111\"}                        | 305-958-1111",
        "\"attributionInfo\":{\"agentPhoneNumber\":\"305-958-1112\"}                   | 305-958-1112",
        "\"listingProvider\":{\"phoneNumber\":{\"areacode\":\"305\",\"prefix\":\"958\",\"number\":\"1113\"}} | (305) 958-1113",
        "\"contactFormRenderData\":{\"data\":{\"agent_module\":{\"phone\":{\"areacode\":\"305\",\"prefix\":\"958\",\"number\":\"1114\"}}}} | (305) 958-1114",
        "\"listedBy\":[{\"id\":\"PROPERTY_OWNER\",\"elements\":[{\"id\":\"PHONE\",\"text\":\"(305) 958-1115\"}]}] | (305) 958-1115"
      })
  void readsAnOwnersPhoneInEachOfItsShapes(String shape, String phone) {
    String home = "{\"zpid\":43210001,\"listingSubType\":{\"isFSBO\":true}," + shape.strip() + "}";

    assertThat(read(ZillowPages.home(home)).contact().phones()).containsExactly(phone);
  }

  @Test
  void readsThePhoneThatThePageOnlyDraws() {
    String drawn = "<div>Listed by: Property Owner (305) 958-1116</div>";

    assertThat(read(ZillowPages.home(HOME.replace(OWNER_PHONE, "{}"), drawn)).contact().phones())
        .containsExactly("(305) 958-1116");
  }

  @Test
  void anAgentWhoPaysToStandBesideTheHomeIsNotItsSeller() {
    String premier =
        "\"contactFormRenderData\":{\"data\":{\"agent_module\":{\"badge_type\":\"Premier Agent\","
            + "\"display_name\":\"Paid\",\"phone\":\"305-958-9999\"}}},\"zpid\":43210001";

    RawContact contact =
        read(ZillowPages.home(HOME.replaceFirst("\"zpid\":43210001", premier))).contact();

    assertThat(contact).isEqualTo(new RawContact(null, List.of("(305) 958-2368"), List.of()));
  }

  @Test
  void tellsAnAgentsAdvertisementFromAnOwners() {
    ParsedListing parsed =
        read(
            ZillowPages.home(
                HOME.replace("\"isFSBO\":true,\"isFSBA\":false", "\"isFSBA\":true")
                    .replace("\"agentName\":null", "\"agentName\":\"Ann Agent\"")
                    .replace("\"agentEmail\":null", "\"agentEmail\":\"ann@oakhurst.example\"")
                    .replace("\"mlsid\":null", "\"mlsid\":\"A11\"")));

    assertThat(parsed.particulars().byBroker()).isTrue();
    assertThat(parsed.listing().mlsNumber()).isEqualTo("A11");
    assertThat(parsed.contact().name()).isEqualTo("Ann Agent");
    assertThat(parsed.contact().emails()).containsExactly("ann@oakhurst.example");
  }

  @Test
  void countsHalfBathroomsAsHalves() {
    String whole = HOME.replace("\"bathrooms\":2.5", "\"bathrooms\":3");
    String uncounted = whole.replace("\"bathroomsFull\":2,\"bathroomsHalf\":1,", "");
    String told = uncounted.replace("mango tree", "mango tree, 2.5 baths, and a 1.5 bath cottage");
    String untold = uncounted.replace("mango tree", "mango tree and a 1.5 bath cottage");

    assertThat(baths(ZillowPages.home(whole))).isEqualByComparingTo("2.5");
    assertThat(baths(ZillowPages.home(uncounted))).isEqualByComparingTo("2.5");
    assertThat(baths(ZillowPages.home(told, ""))).isEqualByComparingTo("2.5");
    assertThat(baths(ZillowPages.home(untold, ""))).isEqualByComparingTo("3");
    assertThat(read(ZillowPages.home(told, "")).particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactly("bathrooms");
  }

  @Test
  void zeroBathroomsAreUnknown() {
    assertThat(baths(ZillowPages.home("{\"zpid\":43210001,\"bathrooms\":0.0}", ""))).isNull();
  }

  @Test
  void aButtonAboutFeesIsNotPartOfThePrice() {
    String drawn = "<span data-testid=price>$310,700+ 2 bds<button>Fees may apply</button></span>";
    String bare = "{\"zpid\":43210001}";

    assertThat(read(ZillowPages.home(bare, drawn)).listing().price())
        .isEqualTo(Money.usd(310_700_00));
    assertThat(ZillowText.price("$1,700+ 2 bdsFees may apply")).isEqualTo(Money.usd(1_700_00));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$1.2M", "$350K", "C$500,000", "$0", "$1,700/mo", "--", "$1,2345"})
  void whatIsRoundedOrOfAnotherCurrencyIsNoPrice(String text) {
    assertThat(ZillowText.price(text)).isNull();
  }

  @Test
  void anotherCurrencyIsNoPrice() {
    String home = HOME.replace("\"USD\"", "\"CAD\"");
    String drawn = "<h1>x</h1><span data-testid=price>$500,000</span>";

    assertThat(read(ZillowPages.home(home, "")).listing().price()).isNull();
    assertThat(read(ZillowPages.home(home, drawn)).listing().price()).isNull();
  }

  @Test
  void aPlaceThatTheSiteDoesNotTrustIsNone() {
    String home = HOME.replace("\"hasBadGeocode\":false", "\"hasBadGeocode\":true");

    assertThat(read(ZillowPages.home(home)).location()).isNull();
  }

  @Test
  void anAddressThatIsNotDisclosedIsNotGivenAway() {
    String hidden = HOME.replace("\"isUndisclosedAddress\":false", "\"isUndisclosedAddress\":true");

    assertThat(read(ZillowPages.home(hidden)).address())
        .isEqualTo(new RawAddress(null, "Miami", "FL", "33146"));
    assertThat(ZillowText.address("(undisclosed Address), Miami, FL 33146"))
        .isEqualTo(new RawAddress(null, "Miami", "FL", "33146"));
  }

  @Test
  void sizesAreInSquareFeet() {
    String home =
        HOME.replace("\"livingAreaValue\":1742", "\"livingAreaValue\":100")
            .replace("\"livingArea\":1742,", "")
            .replace("Square Feet", "Square Meters");

    assertThat(read(ZillowPages.home(home, "")).listing().property().livingAreaSqft())
        .isEqualTo(1076);
  }

  @Test
  void daysBelowZeroAreUnknown() {
    String home = HOME.replace("\"datePostedString\":\"2026-11-12\",", "");

    assertThat(read(ZillowPages.home(home)).listing().listedOn())
        .isEqualTo(LocalDate.of(2026, 11, 12));
    assertThat(
            read(ZillowPages.home(home.replace("\"daysOnZillow\":7", "\"daysOnZillow\":-1")))
                .listing()
                .listedOn())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "SOLD, GONE",
    "RECENTLY_SOLD, GONE",
    "OTHER, GONE",
    "OFF_MARKET, GONE",
    "PENDING, UNDER_CONTRACT",
    "FOR_RENT, NOT_FOR_SALE"
  })
  void aHomeThatIsNotForSaleIsGone(String status, PageRefusal refusal) {
    assertThat(reading(ZillowPages.HOME_URL, ZillowPages.home(HOME.replace("FOR_SALE", status))))
        .isEqualTo(new Refused(PageState.GONE, refusal));
  }

  @Test
  void readsTheDataOfAPageWhoseMarkupIsTooLarge() {
    String large = ZillowPages.home(HOME, "<p>x".repeat(Html.MAX_TAGS + 1));

    assertThat(read(large).listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(reading(ZillowPages.HOME_URL, "<p>x".repeat(Html.MAX_TAGS + 1)))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
  }

  @Test
  void readsAPageOfTenMegabytes() {
    String home =
        HOME.replace("\"nearbyHomes\":[", "\"nearbyHomes\":[" + "{\"a\":[1,2]},".repeat(700_000));

    assertThat(read(ZillowPages.home(home)).listing().property().yearBuilt()).isEqualTo(1954);
  }

  @Test
  void namesTheHomeOfAnAddress() {
    assertThat(PARSER.listingAt(ZillowPages.HOME_URL + "?x=1#y"))
        .contains(Listing.idOf(Source.ZILLOW, "43210001"));
    assertThat(PARSER.listingAt("https://www.zillow.com/miami-fl/?q=/1_zpid/")).isEmpty();
    assertThat(PARSER.listingAt("https://www.zillow.com/" + "x".repeat(3000))).isEmpty();
  }

  @Test
  void aTornPageIsMalformed() {
    String page = ZillowPages.home(HOME);

    assertThat(reading(ZillowPages.HOME_URL, page.substring(0, page.indexOf("resoFacts"))))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
  void survivesAPageThatEndsAnywhere(double share) {
    String page = ZillowPages.home(HOME);

    assertThat(reading(ZillowPages.HOME_URL, page.substring(0, (int) (page.length() * share))))
        .isNotNull();
  }

  private static @Nullable BigDecimal baths(String page) {
    return read(page).listing().property().bathrooms();
  }

  private static String next(String json, String answers) {
    return ZillowPages.next(json.formatted(answers), ZillowPages.DRAWN);
  }

  private static ParsedListing read(String page) {
    assertThat(reading(ZillowPages.HOME_URL, page)).isInstanceOf(Read.class);
    return ((Read) reading(ZillowPages.HOME_URL, page)).listings().getFirst();
  }

  private static PageReading reading(String url, String page) {
    return PARSER.read(ZillowPages.page(url, page));
  }
}
