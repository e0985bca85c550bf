package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForSaleByOwnerParserTest {

  private static final PageParser PARSER = PageParser.of(Source.FORSALEBYOWNER);
  private static final String ANSWER = Pages.text("forsalebyowner.json");
  private static final Read READ = (Read) PARSER.read(Pages.forSaleByOwner(ANSWER));

  @Test
  void namesTheListingOfAnAddressWhateverItsSlug() {
    String site = "https://directory.forsalebyowner.com";

    for (String path : List.of("/listing/_/24300007", "/listing/12-Any-Ter-Miami/24300007/?x#y")) {
      assertThat(PARSER.listingAt(site + path))
          .contains(Listing.idOf(Source.FORSALEBYOWNER, "24300007"));
    }
    for (String path : List.of("/search/?q=/listing/_/1", "/listing/_/", "x".repeat(3_000))) {
      assertThat(PARSER.listingAt(site + path)).isEmpty();
    }
  }

  @Test
  void readsAWholeListing() {
    ParsedListing parsed = READ.listings().getFirst();

    assertThat(parsed.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.FORSALEBYOWNER, "24300007"),
                Source.FORSALEBYOWNER,
                "24300007",
                "https://directory.forsalebyowner.com/listing/_/24300007",
                "Condo in Miami by owner",
                "Corner lot.",
                Money.usd(649_900_00),
                new Property(PropertyType.CONDO, 3, new BigDecimal("2.5"), 1742, 6250, 1951),
                LocalDate.of(2026, 11, 17),
                List.of(
                    "https://directory.forsalebyowner.com/media/1.jpg",
                    "https://pictures.example/2.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(parsed.address())
        .isEqualTo(new RawAddress("12 Any Terrace, Apt. 4", "Miami", "FL", "33137"));
    assertThat(parsed.location()).isEqualTo(new GeoPoint(25.81, -80.19));
    assertThat(parsed.contact())
        .isEqualTo(
            new RawContact(
                "Dana Whitfield", List.of("305-958-2368"), List.of("dana@letterbox.example")));
    assertThat(PARSER.version()).isEqualTo("forsalebyowner-4");
  }

  @Test
  void saysNothingRatherThanAGuess() {
    Listing sparse = READ.listings().get(1).listing();

    assertThat(sparse.title()).isEqualTo("House by owner");
    assertThat(sparse.price()).isEqualTo(Money.usd(1_250_000_00));
    assertThat(sparse.property())
        .isEqualTo(new Property(PropertyType.OTHER, null, null, null, null, null));
    assertThat(sparse.listedOn()).isNull();
    assertThat(sparse.mlsNumber()).isEqualTo("A1102");
    assertThat(sparse.url()).isEqualTo("https://directory.forsalebyowner.com/listing/_/24300014");
    assertThat(READ.listings()).extracting(ParsedListing::location).containsNull();
  }

  @Test
  void refusesWhatHasEndedOrHasNoId() {
    assertThat(READ.refused())
        .extracting(RefusedListing::url, RefusedListing::reason)
        .containsExactly(
            tuple("https://other.example/24300021", PageRefusal.GONE),
            tuple(
                "https://directory.forsalebyowner.com/listing/_/24300028",
                PageRefusal.UNDER_CONTRACT),
            tuple(Pages.SEARCH_URL, PageRefusal.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource({
    "Pending, UNDER_CONTRACT",
    "UnderContract, UNDER_CONTRACT",
    "UNDER_CONTRACT, UNDER_CONTRACT",
    "Contingent, UNDER_CONTRACT",
    "OffMarket, GONE",
    "OFF_MARKET, GONE",
    "Cancelled, GONE",
    "Deleted, GONE"
  })
  void refusesWhatItsStatusSaysIsNotForSale(String status, PageRefusal reason) {
    Read reading =
        (Read)
            PARSER.read(
                Pages.forSaleByOwner(
                    "{'success':true,'data':{'listings':[{'id':'1','listingStatus':'%s'},"
                        .concat("{'id':'2','listingStatus':'Active'}]}}")
                        .replace('\'', '"')
                        .formatted(status)));

    assertThat(reading.refused()).extracting(RefusedListing::reason).containsExactly(reason);
    assertThat(reading.listings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "'\"true\"', 1", "1, 1", "false, 0", "'\"false\"', 0", "0, 0", "'[]', 0"})
  void isUnderContractHoweverThatIsWritten(String written, int refused) {
    Read reading =
        (Read)
            PARSER.read(
                Pages.forSaleByOwner(
                    "{\"success\":true,\"data\":{\"id\":\"7\",\"isUnderContract\":%s}}"
                        .formatted(written)));

    assertThat(reading.refused()).hasSize(refused);
    assertThat(reading.listings()).hasSize(1 - refused);
  }

  @Test
  void readsEachListingOnceAndNoNeighbours() {
    assertThat(READ.listings())
        .extracting(parsed -> parsed.listing().sourceListingId())
        .containsExactly("24300007", "24300014", "24300035", "24300042");
  }

  @Test
  void believesNoImpossiblePlaceAddressOrDate() {
    ParsedListing odd = READ.listings().get(2);

    assertThat(odd.location()).isNull();
    assertThat(odd.listing().listedOn()).isNull();
    assertThat(odd.listing().url()).isEqualTo(Pages.SEARCH_URL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"24300\\\"035", "", "24 300", "../24300035", "24300035?x", "é"})
  void takesNoDamagedTextForAnId(String id) {
    Read reading =
        (Read)
            PARSER.read(
                Pages.forSaleByOwner(
                    "{'success':true,'data':{'listings':[{'id':'%s'},{'id':'a-1_2.b'}]}}"
                        .replace('\'', '"')
                        .formatted(id)));

    assertThat(reading.listings())
        .extracting(parsed -> parsed.listing().sourceListingId())
        .containsExactly("a-1_2.b");
    assertThat(reading.refused())
        .extracting(RefusedListing::reason)
        .containsExactly(PageRefusal.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e900000000", "1e-900000000", "1e99999999999", "\"$1,111,111,111,111,111\""})
  void oneImpossibleNumberCostsNeitherItsListingNorTheOthers(String number) {
    Read reading =
        (Read)
            PARSER.read(
                Pages.forSaleByOwner(
                    """
                    {"success":true,"data":{"listings":[
                      {"id":"1","listPrice":%1$s,"bedrooms":%1$s,"center":{"coordinates":[%1$s,1]}},
                      {"id":"2","listPrice":500000}]}}
                    """
                        .formatted(number)));

    assertThat(reading.listings())
        .extracting(parsed -> parsed.listing().price())
        .containsExactly(null, Money.usd(500_000_00));
  }

  @Test
  void readsTheOnlyListingOfItsOwnPage() {
    PageReading reading =
        PARSER.read(Pages.forSaleByOwner("{\"success\":true,\"data\":{\"id\":\"7\"}}"));

    assertThat(((Read) reading).listings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EMPTY        | {'success':true,'data':{'listings':[],'paging':{'totalItemCount':0}}}",
        "UNPAINTED    | {'success':true,'data':{'listings':[],'paging':{'totalItemCount':7}}}",
        "UNPAINTED    | {'success':true,'data':{'listings':[]}}",
        "UNKNOWN      | {'success':true,'data':{'listings':'none'}}",
        "UNKNOWN      | {'success':false}",
        "UNKNOWN      | {'success':true,'data':{'listings':[{'id'",
        "UNKNOWN      | [1, 2]",
        "RATE_LIMITED | <html>Too many requests</html>",
        "CHALLENGE    | <html><script src='https://geo.captcha-delivery.com/c.js'></script></html>"
      })
  void tellsWhatAnAnswerIsBeforeReadingIt(PageState state, String text) {
    assertThat(PARSER.read(Pages.forSaleByOwner(text.replace('\'', '"'))))
        .isEqualTo(new Refused(state, PageRefusal.of(state)));
  }
}
