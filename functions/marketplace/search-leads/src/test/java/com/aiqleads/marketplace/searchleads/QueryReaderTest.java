package com.aiqleads.marketplace.searchleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.MapQuery;
import com.aiqleads.marketplace.search.Range;
import com.aiqleads.marketplace.search.Sort;
import com.aiqleads.marketplace.searchleads.QueryReader.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.999Z");

  @Test
  void asksForWhatCanBeHeldNowOnlyIfTold() {
    assertThat(query("available=true").filter().availableAt())
        .isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(query("available=false").filter().availableAt()).isNull();
    assertThat(refused("available=perhaps"))
        .extracting(WrongField::field)
        .containsExactly("available");
  }

  @Test
  void asksForTheNewestTwentyIfNothingIsSaid() {
    assertThat(query()).isEqualTo(new LeadQuery(Filter.ALL, Sort.NEWEST, 20, null));
  }

  @Test
  void readsEverythingThatMayBeSaid() {
    LeadQuery query =
        query(
            "q=Pools & gardens",
            "city=Miami FL, Austin TX",
            "type=house",
            "beds=3,5",
            "priceBand=under-10",
            "qualityBand=good",
            "source=fsbo",
            "minPrice=5",
            "maxPrice=12.5",
            "minAsking=100000",
            "near=25.76,-80.19",
            "radiusKm=12.5",
            "sort=distance",
            "limit=100");

    assertThat(query.filter())
        .isEqualTo(
            new Filter(
                List.of("pool", "garden"),
                Map.of(
                    Facet.CITY,
                    Set.of("Miami FL", "Austin TX"),
                    Facet.TYPE,
                    Set.of("house"),
                    Facet.BEDS,
                    Set.of("3", "5"),
                    Facet.PRICE_BAND,
                    Set.of("under-10"),
                    Facet.QUALITY_BAND,
                    Set.of("good"),
                    Facet.SOURCE,
                    Set.of("fsbo")),
                new Range(5_00L, 12_50L),
                new Range(100_000_00L, null),
                new Area.Near(new GeoPoint(25.76, -80.19), 12_500),
                null));
    assertThat(query.sort()).isEqualTo(Sort.NEAREST);
    assertThat(query.limit()).isEqualTo(100);
  }

  @Test
  void searchesTwentyFiveKilometresAroundAPlaceIfNoRadiusIsSaid() {
    assertThat(query("near=25.76,-80.19").filter().area())
        .isEqualTo(new Area.Near(new GeoPoint(25.76, -80.19), 25_000));
  }

  @Test
  void takesEmptyParametersForAbsentOnesAsFormsSendThem() {
    assertThat(query("q=", "city=", "minPrice= ", "near=", "sort=", "cursor=")).isEqualTo(query());
    assertThat(query("type=,,").filter()).isEqualTo(Filter.ALL);
  }

  @Test
  void readsABoxOnTheMap() {
    assertThat(query("box=25.7,-80.3,25.9,-80.1").filter().area())
        .isEqualTo(new Area.Within(new GeoBox(25.7, -80.3, 25.9, -80.1)));
  }

  @Test
  void readsNumbersAsBrowsersWriteThem() {
    String longitude = "-80.22530000000000427";

    assertThat(query("near=25.7539," + longitude).filter().area())
        .isEqualTo(new Area.Near(new GeoPoint(25.7539, Double.parseDouble(longitude)), 25_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=!!! | q | must have a word or a number to look for",
        "q=a b c d e f g h i j k l m n o p r s t u v | q | must have at most 20 words",
        "city=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21 | city | must have at most 20",
        "minPrice=-1 | minPrice | must be an amount in dollars",
        "maxPrice=1.234 | maxPrice | must be an amount in dollars",
        "maxAsking=much | maxAsking | must be an amount in dollars",
        "near=25.76 | near | must be latitude,longitude",
        "near=91,0 | near | must be latitude,longitude",
        "near=north,west | near | must be latitude,longitude",
        "near=NaN,1 | near | must be latitude,longitude",
        "radiusKm=5 | radiusKm | needs near",
        "box=1,2,3 | box | must be south,west,north,east",
        "box=26,-80,25,-79 | box | must be south,west,north,east",
        "box=25,-79,26,-80 | box | must be south,west,north,east",
        "sort=oldest | sort | must be one of newest, price, -price, quality, distance",
        "sort=price;drop table offers | sort | must be one of",
        "sort=distance | sort | by distance needs near",
        "limit=0 | limit | must be a whole number from 1 to 100",
        "limit=101 | limit | must be a whole number from 1 to 100",
        "limit=1,2 | limit | must be a whole number from 1 to 100",
        "limit=99999999999 | limit | must be a whole number from 1 to 100",
        "cursor=nonsense | cursor | ",
        "page=2 | page | is not a parameter of this request"
      })
  void namesWhatIsWrong(String parameter, String field, String message) {
    List<WrongField> wrong = refused(parameter);

    assertThat(wrong).extracting(WrongField::field).containsOnly(field);
    assertThat(wrong.getFirst().message()).startsWith(message == null ? "" : message);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThat(
            refused(
                "minPrice=9",
                "maxPrice=8",
                "near=1,2",
                "radiusKm=300",
                "box=1,1,2,2",
                "limit=x",
                "cursor=AAAA",
                "<script>=1"))
        .extracting(WrongField::field)
        .containsExactlyInAnyOrder("minPrice", "radiusKm", "box", "limit", "cursor", "<script>");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(refused("city=a\u0000b", "type=\uFFFD", "q=\ud800", "source=" + "x".repeat(501)))
        .extracting(WrongField::field)
        .containsExactlyInAnyOrder("city", "type", "q", "source");
    assertThat(query("source=" + "x".repeat(500)).filter().chosen()).hasSize(1);
  }

  @Test
  void shortensNamesThatNobodyWantsBack() {
    assertThat(refused("x".repeat(5_000) + "=1").getFirst().field()).hasSize(50);
  }

  @Test
  void goesOnAfterTheLastHit() {
    Hit last = new Hit(OfferFixtures.leadId(1), 12_50);
    String cursor = question("sort=price", "type=house").cursorAfter(last);

    assertThat(query("sort=price", "type=house", "limit=5", "cursor=" + cursor).after())
        .isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"sort=-price, type=house", "sort=price, type=condo", "sort=price, q=pool"})
  void refusesACursorOfAnotherQuestion(String sort, String filter) {
    Hit last = new Hit(OfferFixtures.leadId(1), 12_50);
    String cursor = question("sort=price", "type=house").cursorAfter(last);

    assertThat(refused(sort, filter, "cursor=" + cursor))
        .extracting(WrongField::field)
        .containsExactly("cursor");
  }

  @Test
  void refusesACursorThatWasTamperedWith() {
    Question question = question("sort=price");
    String sort = question.query().sort().parameter();
    for (List<String> last : List.of(List.<String>of(), List.of("much"))) {
      String cursor = new Cursor(sort, last, "lead_x", question.hash()).text();

      assertThat(refused("sort=price", "cursor=" + cursor))
          .extracting(WrongField::field)
          .containsExactly("cursor");
    }
  }

  @Test
  void aMapNeedsABoxAndKnowsNoPages() {
    MapQuery map = QueryReader.readMap(given("box=25.7,-80.3,25.9,-80.1", "type=house"), NOW);

    assertThat(map.box()).isEqualTo(new GeoBox(25.7, -80.3, 25.9, -80.1));
    assertThat(map.filter().chosen()).containsOnlyKeys(Facet.TYPE);
    BadInput refused =
        catchThrowableOfType(
            BadInput.class,
            () -> QueryReader.readMap(given("limit=5", "near=1,2", "sort=price"), NOW));
    assertThat(refused.wrongFields())
        .extracting(WrongField::field)
        .containsExactlyInAnyOrder("limit", "near", "sort", "box");
  }

  private static LeadQuery query(String... parameters) {
    return question(parameters).query();
  }

  private static Question question(String... parameters) {
    return QueryReader.read(given(parameters), NOW);
  }

  private static List<WrongField> refused(String... parameters) {
    return catchThrowableOfType(BadInput.class, () -> question(parameters)).wrongFields();
  }

  private static Map<String, List<String>> given(String... parameters) {
    Map<String, List<String>> given = new TreeMap<>();
    for (String parameter : parameters) {
      int end = parameter.indexOf('=');
      given.put(parameter.substring(0, end), Arrays.asList(parameter.substring(end + 1)));
    }
    return given;
  }
}
