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
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FsboParserTest {

  private static final PageParser PARSER = PageParser.of(Source.FSBO);
  private static final String CURRENT = Pages.text("fsbo-current.html");
  private static final String OLDER = Pages.text("fsbo-older.html");

  @Test
  void readsTheCurrentLayout() {
    ParsedListing parsed = read(CURRENT);

    assertThat(parsed.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.FSBO, "546213"),
                Source.FSBO,
                "546213",
                Pages.FSBO_URL,
                "Bright house near Coral Way",
                "Corner lot with a mango tree.",
                Money.usd(649_900_00),
                new Property(PropertyType.TOWNHOUSE, 3, new BigDecimal("2.5"), 1742, 10_890, 1951),
                null,
                List.of("https://fsbo.com/media/1.jpg", "https://fsbo.com/media/2.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("12 Any Terr #4", "Miami", "FL", "33137"));
    assertThat(parsed.location()).isNull();
    assertThat(parsed.contact())
        .isEqualTo(
            new RawContact(
                "Dana Whitfield",
                List.of("(305) 958-2368", "305.958.2369", "305-958-2370"),
                List.of("dana@letterbox.example", "d.whitfield@postbox.example")));
    assertThat(PARSER.version()).isEqualTo("fsbo-4");
  }

  @Test
  void readsTheOlderLayout() {
    ParsedListing parsed = read(OLDER);

    assertThat(parsed.listing().title()).isEqualTo("3 bedroom condo for sale by owner in Miami");
    assertThat(parsed.listing().price()).isEqualTo(Money.usd(649_900_50));
    assertThat(parsed.listing().property())
        .isEqualTo(new Property(PropertyType.CONDO, null, null, null, null, null));
    assertThat(parsed.listing().photoUrls()).containsExactly("https://fsbo.com/media/1.jpg");
    assertThat(parsed.listing().mlsNumber()).isEqualTo("A1102");
    assertThat(parsed.listing().description()).isNull();
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("12 Any Terr #4", "Miami", "FL", "33137"));
    assertThat(parsed.contact())
        .isEqualTo(new RawContact(null, List.of(), List.of("dana@letterbox.example")));
  }

  @Test
  void saysNothingWhereThePageSaysNothing() {
    ParsedListing parsed = read("<table class=listing-data><tr><td>Listing ID:<td>546213</table>");

    assertThat(parsed.listing().title()).isEqualTo("Home for sale by owner");
    assertThat(parsed.listing().price()).isNull();
    assertThat(parsed.address()).isEqualTo(RawAddress.UNKNOWN);
    assertThat(parsed.contact()).isEqualTo(RawContact.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C$450,000", "€450,000", "CAD 450,000", "450,000 EUR", "$450,000 CAD"})
  void aPriceOfAnotherCurrencyIsNone(String price) {
    assertThat(read(CURRENT.replace("$649,900", price)).listing().price()).isNull();
    assertThat(Figures.usd("US$450,000")).isEqualTo(Money.usd(450_000_00));
  }

  @Test
  void findsTheContactThoughItsLabelsStandInElementsOfTheirOwn() {
    String window =
        """
        <div id=sellerModal class=modal><div class=modal-dialog><div class="modal-body">
        <div class=row><div><b>Contact:</b></div><div>Dana Whitfield</div></div>
        <div class=row><div><span><b>Phone:&nbsp;</b></span></div><div><a href="tel:1">(305) 958-2368</a></div></div>
        <div class=row><div><b>Fax:</b></div></div>
        <div class=row><div><label>Email Address:</label></div><div><a>dana@letterbox.example</a></div></div>
        <div><b>Phone:</b></div><div><b>Email:</b></div>
        </div></div></div>""";

    assertThat(
            read("<table class=listing-data><tr><td>Listing ID:<td>546213</table>" + window)
                .contact())
        .isEqualTo(
            new RawContact(
                "Dana Whitfield", List.of("(305) 958-2368"), List.of("dana@letterbox.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(305) 958-2368 (786) 222-9876",
        "305 958 2368  786 222 9876",
        "305-958-2368 or 786.222.9876"
      })
  void findsBothPhonesOfOneLine(String line) {
    String html = OLDER.replace("Email Address:", "Phone:").replace("dana@letterbox.example", line);

    assertThat(read(html).contact().phones())
        .extracting(phone -> phone.replaceAll("\\D", ""))
        .containsExactly("3059582368", "7862229876");
  }

  @Test
  void refusesAPageThatDescribesAnotherListing() {
    String other = CURRENT.replace("<td>546213</td>", "<td>546214</td>");

    assertThat(reading(other)).isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void takesTheOnlyTableWhereTheAddressNamesNoListing() {
    Page page = new Page(Source.FSBO, "https://fsbo.com/latest", OLDER, Pages.FETCHED_AT);

    assertThat(PARSER.read(page)).isInstanceOf(Read.class);
  }

  @Test
  void refusesATableWithoutListingId() {
    Page page =
        new Page(
            Source.FSBO,
            "https://fsbo.com/latest",
            "<table class=listing-data><tr><td>Type:<td>Condo</table>",
            Pages.FETCHED_AT);

    assertThat(PARSER.read(page)).isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @Test
  void refusesAListingWhoseStatusIsSold() {
    String sold =
        OLDER.replace("<td>Type:</td>", "<td>Status:</td><td>Sold</td></tr><tr><td>Type:</td>");

    assertThat(reading(sold)).isEqualTo(new Refused(PageState.GONE, PageRefusal.GONE));
  }

  @Test
  void refusesAListingThatIsUnderContract() {
    for (String status : List.of("Under Contract", "Sale pending", "Contingent")) {
      String taken =
          OLDER.replace(
              "<td>Type:</td>", "<td>Status:</td><td>" + status + "</td></tr><tr><td>Type:</td>");

      assertThat(reading(taken)).isEqualTo(new Refused(PageState.GONE, PageRefusal.UNDER_CONTRACT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=price><s>$725,000</s> $649,900</div>",
        "<p class=price><del>Was $725,000</del></p><p class=price>$649,900</p>",
        "<span class=old-price><span class=price>$725,000</span></span><b class=price>$649,900</b>"
      })
  void takesNoPriceThatIsStruckOut(String prices) {
    String html = OLDER.replace("<div class=\"price\">Price: $649,900.50</div>", prices);

    assertThat(read(html).listing().price()).isEqualTo(Money.usd(649_900_00));
  }

  @Test
  void readsAnAddressWhoseCityStandsOnALineOfItsOwn() {
    String address =
        "<div class=address-copy><span class=address-mobile>"
            + "12 Any Terr<br>#4<br>Miami Beach<br>FL 33137</span></div>";
    String html = OLDER.replace("<span class=\"address\">", address + "<span class=other>");

    assertThat(read(html).address())
        .isEqualTo(new RawAddress("12 Any Terr #4", "Miami Beach", "FL", "33137"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=row>Home&gt;FL&gt;Miami&gt;12 Any Terr #4</div>",
        "<div class=row><a>Home</a> &gt; <a>FL</a> &gt; <a>Miami</a> &gt; <b>12 Any Terr #4</b></div>"
      })
  void findsTheWayToThePageWhateverItIsCalled(String way) {
    String html =
        OLDER.replace("<p class=\"crumbs\">Home&gt;FL&gt;Miami&gt;12 Any Terr #4</p>", way);
    String joined = html.replace("12 Any Terr #4Miami, FL", "12 S.W. Oak St.Miami, FL");
    String silent = html.replace("class=\"address\"", "class=other");

    assertThat(read(joined).address())
        .isEqualTo(new RawAddress("12 S.W. Oak St.", "Miami", "FL", "33137"));
    assertThat(read(silent).address())
        .isEqualTo(new RawAddress("12 Any Terr #4", "Miami", "FL", null));
  }

  @Test
  void refusesATornPage() {
    String torn =
        CURRENT.substring(
            CURRENT.indexOf("<ul class"), CURRENT.indexOf("<th>Listing ID:</th><td>546213"));

    assertThat(reading(torn)).isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHALLENGE    | <div id='cf-challenge'>Checking your browser</div>",
        "CHALLENGE    | <p>Press & Hold to confirm you are a human</p>",
        "CHALLENGE    | <div id=cf-error-details><h1>Sorry, you have been blocked</h1></div>",
        "CHALLENGE    | <p>This website is using a security service to protect itself</p>",
        "CHALLENGE    | <h2>Verifying you are human. This may take a few seconds.</h2>",
        "RATE_LIMITED | <h1>Error 1015</h1><h2>You are being rate limited</h2>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "LOGIN        | <form><input type=password></form>",
        "LOGIN        | <p>Please log in to view this listing</p>",
        "CONSENT      | <p>Before you continue to the site</p>",
        "UNREACHED    | <h1>502 Bad Gateway</h1>",
        "NOT_FOUND    | <h1>Page not found</h1>",
        "UNPAINTED    | <div id=app></div>",
        "GONE         | <p>This listing has expired or was removed by its owner.</p>",
        "GONE         | <form><input type=password></form><p>This listing has expired.</p>",
        "EMPTY        | <p>No listings found.</p>",
        "UNKNOWN      | <p>Welcome to our new site!</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    assertThat(reading(html)).isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
  void survivesAPageThatEndsAnywhere(double share) {
    String torn = CURRENT.substring(0, (int) (CURRENT.length() * share));

    assertThat(reading(torn)).isNotNull();
  }

  private static ParsedListing read(String html) {
    assertThat(reading(html)).isInstanceOf(Read.class);
    return ((Read) reading(html)).listings().getFirst();
  }

  private static PageReading reading(String html) {
    return PARSER.read(Pages.fsbo(html));
  }
}
