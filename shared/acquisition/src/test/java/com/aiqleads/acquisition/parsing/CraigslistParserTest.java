package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CraigslistParserTest {

  private static final PageParser PARSER = PageParser.of(Source.CRAIGSLIST);
  private static final String POSTING = Pages.text("craigslist-posting.html");
  private static final String OLD_URL =
      "https://miami.craigslist.org/mdc/reo/d/miami-bright-house/7890123456.html";

  @Test
  void readsAPostingOfToday() {
    ParsedListing parsed = read(POSTING);

    assertThat(parsed.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.CRAIGSLIST, "7890123456"),
                Source.CRAIGSLIST,
                "7890123456",
                Pages.CRAIGSLIST_URL,
                "Bright house near Coral Way",
                "Corner lot with a mango tree. Call any time. See also my other home.",
                Money.usd(649_900_00),
                new Property(PropertyType.TOWNHOUSE, 3, new BigDecimal("2.5"), 1742, null, null),
                LocalDate.of(2026, 11, 15),
                List.of(
                    "https://images.craigslist.org/00x0x_aaa_0CI0t2_600x450.jpg",
                    "https://images.craigslist.org/00y0y_bbb_0CI0t2_1200x900.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("1468 SW 22nd Ter #4", "Miami", "FL", "33146"));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.7539, -80.2253));
    assertThat(parsed.contact()).isEqualTo(RawContact.NONE);
    assertThat(PARSER.version()).isEqualTo("craigslist-3");
  }

  @Test
  void keepsWhatElseThePostingSays() {
    Particulars particulars = read(POSTING).particulars();

    assertThat(particulars.otherId()).isEqualTo("eeMN5hZjKAv-GN4qFKr_U8");
    assertThat(particulars.postedAt()).isEqualTo(Instant.parse("2026-11-15T15:02:03Z"));
    assertThat(particulars.updatedAt()).isEqualTo(Instant.parse("2026-11-18T13:00:00Z"));
    assertThat(particulars.expiresAt()).isEqualTo(Instant.parse("2026-12-15T15:02:03Z"));
    assertThat(particulars.sellerUrl())
        .isEqualTo("https://www.craigslist.org/search/area/miami?userpostingid=7890123456");
    assertThat(particulars.contactHidden()).isTrue();
    assertThat(particulars.byBroker()).isFalse();
    assertThat(particulars.attributes())
        .isEqualTo(Map.of("housing_type", "townhouse", "laundry", "w/d in unit", "year", "1951"));
  }

  @Test
  void keepsWhereThePageContradictsItself() {
    ParsedListing parsed =
        read(
            POSTING
                .replace("\"numberOfBedrooms\":\"3\"", "\"numberOfBedrooms\":\"4\"")
                .replace("\"latitude\":25.7539", "\"latitude\":26.5"));

    assertThat(parsed.listing().property().bedrooms()).isEqualTo(3);
    assertThat(parsed.particulars().conflicts())
        .containsExactly(
            new Conflict(
                "bedrooms",
                List.of(
                    new Conflict.Reading(".attrgroup .important", "3"),
                    new Conflict.Reading("ld numberOfBedrooms", "4"))),
            new Conflict(
                "zip",
                List.of(
                    new Conflict.Reading("h2.street-address", "33146"),
                    new Conflict.Reading("ld address.postalCode", "33145"))),
            new Conflict(
                "location",
                List.of(
                    new Conflict.Reading("#map", "GeoPoint[latitude=25.7539, longitude=-80.2253]"),
                    new Conflict.Reading(
                        "ld latitude, longitude", "GeoPoint[latitude=26.5, longitude=-80.2253]"))));
    assertThat(parsed.particulars().conflicts().getLast())
        .asString()
        .doesNotContain("26.5")
        .contains("#map");
  }

  @Test
  void readsTheSameFromLinkedDataAlone() {
    ParsedListing parsed =
        read(
            POSTING
                .replace("<h2 class=\"street-address\">", "<h2 hidden>")
                .replace("class=\"mapaddress\"", "class=\"other\"")
                .replace("id=\"map\"", "id=\"plan\"")
                .replace("name=\"geo.", "name=\"was.")
                .replace("class=\"housing\"", "class=\"other\"")
                .replace("attr important", "note")
                .replace("\"streetAddress\":\"\"", "\"streetAddress\":\"1468 SW 22nd Ter\""));

    assertThat(parsed.listing().property().bedrooms()).isEqualTo(3);
    assertThat(parsed.listing().property().bathrooms()).isEqualTo(new BigDecimal("2.5"));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.7539, -80.2253));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("1468 SW 22nd Ter", "Miami", "FL", "33145"));
    assertThat(parsed.particulars().conflicts()).isEmpty();
  }

  @Test
  void readsTheSamePostingAtItsAddressOfBefore() {
    Page page = Pages.craigslist(OLD_URL, POSTING);
    ParsedListing parsed = ((Read) PARSER.read(page)).listings().getFirst();

    assertThat(parsed.listing().id()).isEqualTo(read(POSTING).listing().id());
    assertThat(parsed.particulars().otherId()).isEqualTo("eeMN5hZjKAv-GN4qFKr_U8");
    assertThat(PARSER.listingAt(OLD_URL)).contains(parsed.listing().id());
    assertThat(PARSER.listingAt(Pages.CRAIGSLIST_URL))
        .contains(Listing.idOf(Source.CRAIGSLIST, "eeMN5hZjKAv-GN4qFKr_U8"));
    assertThat(PARSER.listingAt(Pages.CRAIGSLIST_SEARCH_URL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://miami.craigslist.org/mdc/reo/d/other/7890123457.html",
        "https://www.craigslist.org/view/d/other/AAAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesAPageAboutAnotherPosting(String url) {
    assertThat(PARSER.read(Pages.craigslist(url, POSTING)))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void refusesAPageWhoseNumberIsNotClear() {
    String unclear =
        POSTING
            .replace("'pID': 7890123456", "'x': 2")
            .replace("userpostingid=7890123456", "userpostingid=7000000001");

    assertThat(reading(unclear))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void goesByTheTokenWhereNoNumberIsShown() {
    ParsedListing parsed =
        read(
            "<h1 class=postingtitle><span class=postingtitletext><span id=titletextonly>House</span>"
                + "</span></h1><section id=postingbody>x</section>");

    assertThat(parsed.listing().sourceListingId()).isEqualTo("eeMN5hZjKAv-GN4qFKr_U8");
    assertThat(parsed.particulars().otherId()).isNull();
    assertThat(parsed.listing().price()).isNull();
    assertThat(parsed.listing().description()).isEqualTo("x");
    assertThat(parsed.address()).isEqualTo(RawAddress.UNKNOWN);
    assertThat(parsed.location()).isNull();
  }

  @Test
  void refusesAPostingThatHasNoIdAtAll() {
    Page page =
        Pages.craigslist(
            "https://www.craigslist.org/somewhere",
            "<span id=titletextonly>House</span><section id=postingbody>x</section>");

    assertThat(PARSER.read(page)).isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @Test
  void takesThePicturesOfAListInAScript() {
    assertThat(read(POSTING.replace("class=\"thumb\"", "")).listing().photoUrls())
        .containsExactly("https://images.craigslist.org/00x0x_zzz_0CI0t2_600x450.jpg");
    assertThat(
            read(POSTING
                    .replace("class=\"thumb\"", "")
                    .replaceFirst(
                        "imgList = .*",
                        "imgList = [\"https://images.craigslist.org/5G_600x450.jpg\"];"))
                .listing()
                .photoUrls())
        .containsExactly("https://images.craigslist.org/5G_600x450.jpg");
  }

  @Test
  void theRelayIsTheOnlyMailAddressInClear() {
    String relayed =
        POSTING.replace(
            "<ul>",
            "<a href='mailto:a1b2c@hous.craigslist.org?subject=x'>reply</a>"
                + "<a href='mailto:?subject=y'>tell a friend</a><ul>");

    assertThat(read(relayed).contact().emails()).isEmpty();
    assertThat(
            read(POSTING.replace(
                    "<div class=\"postinginfos\">",
                    "<a href='mailto:a1b2c@hous.craigslist.org?subject=x'>reply</a>"
                        + "<div class=\"postinginfos\">"))
                .contact()
                .emails())
        .containsExactly("a1b2c@hous.craigslist.org");
  }

  @Test
  void noticesABroker() {
    String brokered =
        POSTING.replace(
            "<div class=\"attr housing_type\">",
            "<div class=\"attr broker_name\"><span class=labl>broker:</span><span class=valu>Ann"
                + " Realty</span></div><div class=\"attr housing_type\">");

    assertThat(read(brokered).particulars().byBroker()).isTrue();
    assertThat(read(brokered).particulars().attributes())
        .containsEntry("broker", "Ann Realty")
        .doesNotContainKey("broker_name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "$649,900     | 649900",
        "$1           | 1",
        "$0           | -",
        "649900       | -",
        "€649,900     | -",
        "$99999999999 | -",
      })
  void readsPricesInDollars(String written, Long dollars) {
    Money price = read(POSTING.replace("$649,900", written)).listing().price();

    assertThat(price).isEqualTo(dollars == null ? null : Money.usd(dollars * 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0BR / 1Ba      | 0 | 1",
        "3BR / 1.5Ba    | 3 | 1.5",
        "3BR / sharedBa | 3 | -",
        "12BR / 9+Ba    | 12 | 9",
        "1742ft2        | - | -",
      })
  void readsRooms(String written, Integer bedrooms, BigDecimal bathrooms) {
    Property property =
        read(POSTING
                .replace("3BR / 2.5Ba", written)
                .replace("/ 3br - 1,742ft", "/")
                .replace("numberOf", "countOf"))
            .listing()
            .property();

    assertThat(property.bedrooms()).isEqualTo(bedrooms);
    assertThat(property.bathrooms()).isEqualTo(bathrooms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "12 Any Ter, Miami, FL 33145-1234 | 12 Any Ter | Miami | FL | 33145",
        "12 Any Ter Miami, FL 33145       | 12 Any Ter | Miami | FL | 33145",
        "12 Any Ter Hialeah FL 33010      | -          | -     | FL | 33010",
        "12 Any Ter, Miami, FL            | 12 Any Ter | Miami | FL | -",
        "12 Any Ter, Miami                | 12 Any Ter | Miami | -  | -",
        "12 Any Ter near 2nd Ave          | 12 Any Ter | -     | -  | -",
        "12 Any Ter near 2nd Ave, Miami, FL 33137 | 12 Any Ter | Miami | FL | 33137",
        "SW 8th St at SW 2nd Ave          | SW 8th St at SW 2nd Ave | - | - | -",
        "(google map)                     | -          | -     | -  | -",
      })
  void readsAnAddressAsFarAsItGoes(
      String written, String street, String city, String state, String zip) {
    assertThat(CraigslistAddress.written(written, "Miami"))
        .isEqualTo(new RawAddress(street, city, state, zip));
  }

  @Test
  void zeroZeroIsNoPlace() {
    String nowhere =
        POSTING
            .replace("25.753900", "0")
            .replace("-80.225300", "0")
            .replace("25.7539", "0.0")
            .replace("-80.2253", "0.0");

    assertThat(read(nowhere).location()).isNull();
  }

  @Test
  void readsThePostingOf2009() {
    ParsedListing parsed =
        old(
            """
            <h2>$250000 / 3br - Nice house, must see! (Miami)</h2><hr>
            Reply to: <a href="mailto:hous-abc-12345@craigslist.org?subject=x">hous-abc</a>
            Date: 2009-11-02, 10:32AM EST<br>
            <div id="userbody">Corner lot.<br><ul class="blurbs"><li>Location: Miami</ul>
            <table><tr><td><img src="http://images.craigslist.org/5G_a.jpg"></table></div>
            PostingID: 7890123456<br>
            """);

    assertThat(parsed.listing().title()).isEqualTo("Nice house, must see!");
    assertThat(parsed.listing().price()).isEqualTo(Money.usd(250_000_00));
    assertThat(parsed.listing().property().bedrooms()).isEqualTo(3);
    assertThat(parsed.listing().listedOn()).isEqualTo(LocalDate.of(2009, 11, 2));
    assertThat(parsed.listing().description()).isEqualTo("Corner lot.");
    assertThat(parsed.listing().photoUrls())
        .containsExactly("http://images.craigslist.org/5G_a.jpg");
    assertThat(parsed.contact().emails()).containsExactly("hous-abc-12345@craigslist.org");
  }

  @Test
  void readsThePostingOf2012() {
    ParsedListing parsed =
        old(
            """
            <h2 class="postingtitle">Nice house - $250,000 (Miami)</h2>
            <section class="userbody"><div id="leaflet" data-latitude="25.7" data-longitude="-80.2"></div>
            <section id="postingbody">Corner lot.</section></section>
            <p class="postinginfo">Posting ID: 7890123456</p>
            <p class="postinginfo">Posted: <time datetime="2012-11-02T10:32:00-0400">then</time></p>
            """);

    assertThat(parsed.listing().title()).isEqualTo("Nice house");
    assertThat(parsed.listing().price()).isEqualTo(Money.usd(250_000_00));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.7, -80.2));
    assertThat(parsed.particulars().postedAt()).isEqualTo(Instant.parse("2012-11-02T14:32:00Z"));
  }

  @Test
  void readsThePostingOf2023() {
    ParsedListing parsed =
        old(
            """
            <span class="postingtitletext"><span class="price">$250,000</span>
            <span id="titletextonly">Nice house</span></span>
            <p class="attrgroup"><span class="shared-line-bubble"><b>3BR</b> / <b>2Ba</b></span>
            <span class="shared-line-bubble"><b>1500</b>ft<sup>2</sup></span></p>
            <p class="attrgroup"><span>condo<br></span><span>laundry: <b>in unit</b></span></p>
            <section id="postingbody">QR Code Link to This Post Corner lot.</section>
            <p class="postinginfo">post id: 7890123456</p>
            """);

    assertThat(parsed.listing().property())
        .isEqualTo(new Property(PropertyType.CONDO, 3, new BigDecimal("2"), 1500, null, null));
    assertThat(parsed.listing().description()).isEqualTo("Corner lot.");
    assertThat(parsed.particulars().attributes())
        .isEqualTo(Map.of("condo", "", "laundry", "in unit"));
  }

  /// Canada's dollars have the sign of ours.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content=\"US-FL\"            | content=\"CA-ON\"",
        "content=\"US-FL\"            | content=\"MX\"",
        "\"numberOfBedrooms\":\"3\" | \"offers\":{\"price\":\"649900\",\"priceCurrency\":\"CAD\"}",
        "$649,900                       | C$649,900",
        "$649,900                       | €649,900",
        "$649,900                       | $649,900 CAD"
      })
  void aPriceOfAnotherCountryIsNone(String home, String abroad) {
    assertThat(POSTING).contains(home);
    assertThat(read(POSTING.replace(home, abroad)).listing().price()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"US-NY", "PR", "Florida", ""})
  void aPriceOfAPlaceOfDollarsIsOne(String region) {
    String page = POSTING.replace("content=\"US-FL\"", "content=\"" + region + "\"");

    assertThat(read(page).listing().price()).isEqualTo(Money.usd(649_900_00));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
  void survivesAPageThatEndsAnywhere(double share) {
    assertThat(reading(POSTING.substring(0, (int) (POSTING.length() * share)))).isNotNull();
  }

  private static ParsedListing old(String html) {
    return ((Read) PARSER.read(Pages.craigslist(OLD_URL, html))).listings().getFirst();
  }

  private static ParsedListing read(String html) {
    assertThat(reading(html)).isInstanceOf(Read.class);
    return ((Read) reading(html)).listings().getFirst();
  }

  private static PageReading reading(String html) {
    return PARSER.read(Pages.craigslist(Pages.CRAIGSLIST_URL, html));
  }
}
