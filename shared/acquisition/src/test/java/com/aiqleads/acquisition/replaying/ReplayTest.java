package com.aiqleads.acquisition.replaying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final String CURRENT = PageParser.of(Source.FSBO).version();
  private static final String OLD = "fsbo-1";
  private static final Instant NOON = Pages.FETCHED_AT;
  private static final Range DAY =
      new Range(Source.FSBO, null, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(1)));

  private final InMemoryKeptReadings readings = new InMemoryKeptReadings();
  private final Map<String, byte[]> stored = new HashMap<>();
  private final Replay replay =
      new Replay(
          readings, key -> Optional.ofNullable(stored.get(key)), PageParsers.AT_HAND, () -> NOON);

  @Test
  void saysNothingOfWhatIsReadAsBefore() {
    kept("1", "miami-fl", NOON, read("1", Pages.text("fsbo-current.html")));

    ReplayReport report = run(DAY, null, null);

    assertThat(report.same()).isEqualTo(1);
    assertThat(report.differences()).isEmpty();
    assertThat(report.next()).isNull();
  }

  @Test
  void namesEveryFieldThatAnotherVersionReadDifferently() {
    KeptReading now = read("1", Pages.text("fsbo-current.html"));
    Map<String, String> before = new HashMap<>(now.fields());
    String listing = now.fields().firstKey().split("\\.", 2)[0];
    assertThat(before.put(listing + ".listing.price.minorUnits", "100")).isEqualTo("64990000");
    assertThat(before.remove(listing + ".listing.property.yearBuilt")).isEqualTo("1951");
    assertThat(before.put(listing + ".contact.name", "Somebody")).isEqualTo("Dana Whitfield");
    before.put(listing + ".listing.mlsNumber", "A1");
    kept("1", "miami-fl", NOON, by(OLD, now, before));

    ReplayReport report = run(DAY, null, null);

    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.differences())
        .hasToString(
            "[%1$s.contact.name: *** (8) -> *** (14), %1$s.listing.mlsNumber: A1 -> ,"
                    .formatted(listing)
                + " %1$s.listing.price.minorUnits: 100 -> 64990000,".formatted(listing)
                + " %1$s.listing.property.yearBuilt:  -> 1951]".formatted(listing));
    assertThat(report.fields())
        .containsOnlyKeys(
            "contact.name",
            "listing.mlsNumber",
            "listing.price.minorUnits",
            "listing.property.yearBuilt");
    assertThat(run(DAY, null, null)).isEqualTo(report);
    assertThat(readings.all()).hasSize(1);
  }

  @Test
  void tellsWhatAMendedParserFindsWhereTheOldOneRefused() {
    KeptReading now = read("1", Pages.text("fsbo-current.html"));
    kept("1", "miami-fl", NOON, by(OLD, now, Map.of("outcome", "refused: unknown")));

    ReplayReport report = run(DAY, null, null);

    assertThat(report.fields()).containsEntry("outcome", 1).containsEntry("listing.title", 1);
  }

  @Test
  void comparesTheVersionsThatItIsAskedFor() {
    KeptReading now = read("1", Pages.text("fsbo-current.html"));
    kept("1", "miami-fl", NOON, by("fsbo-0", now, Map.of("outcome", "refused: unknown")));
    kept("1", "miami-fl", NOON, by(OLD, now, Map.of("outcome", "refused: gone")));

    assertThat(run(DAY, "fsbo-0", OLD).differences().getFirst())
        .hasToString("outcome: refused: unknown -> refused: gone");
    assertThat(run(DAY, null, null).differences())
        .filteredOn(each -> each.path().equals("outcome"))
        .extracting(Difference::before)
        .containsExactly("refused: gone");
    assertThat(run(DAY, "fsbo-7", null).unread()).isEqualTo(1);
    assertThat(run(DAY, OLD, "fsbo-9").unread()).isEqualTo(1);
  }

  @Test
  void theTenthVersionComesAfterTheNinth() {
    KeptReading now = read("1", Pages.text("fsbo-current.html"));
    kept("1", "miami-fl", NOON, by("fsbo-9", now, Map.of("outcome", "nine")));
    kept("1", "miami-fl", NOON, by("fsbo-10", now, Map.of("outcome", "ten")));

    assertThat(run(DAY, null, null).differences())
        .filteredOn(each -> each.path().equals("outcome"))
        .extracting(Difference::before)
        .containsExactly("ten");
  }

  @Test
  void keepsWhatItReadsOnlyIfItIsTold() {
    KeptReading now = read("1", Pages.text("fsbo-current.html"));
    kept("1", "miami-fl", NOON, by(OLD, now, Map.of("outcome", "refused: unknown")));

    run(DAY, null, null);
    assertThat(readings.all()).hasSize(1);
    replay.run(new Replay.Question(DAY, null, null, true), 9, Instant.MAX, null);

    assertThat(readings.all()).extracting(KeptReading::parserVersion).containsExactly(OLD, CURRENT);
  }

  @Test
  void readsNothingOfWhatIsWithheld() {
    KeptPage page =
        new KeptPage(
            new PageId(Ids.derived("page", "1")),
            "fsbo",
            "miami-fl",
            Pages.FSBO_URL,
            "fsbo/1",
            NOON,
            Withholding.of(Set.of("contact")));
    byte[] bytes = Pages.text("fsbo-current.html").getBytes(StandardCharsets.UTF_8);
    stored.put("fsbo/1", bytes);
    readings.keep(KeptReading.of(page, OLD, page.read(Source.FSBO, bytes)));

    assertThat(run(DAY, null, null).same()).isEqualTo(1);
    assertThat(readings.all().getFirst().fields().keySet())
        .noneMatch(path -> path.contains(".contact."));
  }

  @Test
  void looksOnlyAtItsRange() {
    KeptReading page = read("1", Pages.text("fsbo-current.html"));
    kept("1", "miami-fl", NOON, page);
    kept("2", "denver-co", NOON, page);
    kept("3", "miami-fl", DAY.to(), page);
    kept("4", "miami-fl", DAY.from().minusMillis(1), page);

    assertThat(run(DAY, null, null).pages()).isEqualTo(2);
    assertThat(run(new Range(Source.FSBO, "denver-co", DAY.from(), DAY.to()), null, null).pages())
        .isEqualTo(1);
    assertThat(run(new Range(Source.ZILLOW, null, DAY.from(), DAY.to()), null, null).pages())
        .isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(Source.FSBO, null, NOON, NOON));
  }

  @Test
  void goesOnWhereItStopped() {
    KeptReading page = read("1", Pages.text("fsbo-current.html"));
    for (int at = 1; at <= 5; at++) {
      kept(String.valueOf(at), "miami-fl", NOON.plusSeconds(at), page);
    }
    Replay.Question all = new Replay.Question(DAY, null, null, false);

    ReplayReport first = replay.run(all, 3, Instant.MAX, null);
    ReplayReport rest = replay.run(all, 3, Instant.MAX, first.next());

    assertThat(first.pages()).isEqualTo(3);
    assertThat(rest.pages()).isEqualTo(2);
    assertThat(rest.next()).isNull();
    assertThat(replay.run(all, 3, NOON, null).pages()).isZero();
  }

  @Test
  void saysHowManyPagesHaveExpired() {
    kept("1", "miami-fl", NOON, read("1", Pages.text("fsbo-current.html")));
    stored.clear();

    assertThat(run(DAY, null, null).expired()).isEqualTo(1);
  }

  @Test
  void hidesWhatMayNameOrReachAPerson() {
    KeptReading posting =
        KeptReading.of(
            page("1", "miami-fl", NOON),
            "craigslist-1",
            PageParser.of(Source.CRAIGSLIST)
                .read(
                    new Page(
                        Source.CRAIGSLIST,
                        Pages.CRAIGSLIST_URL,
                        Pages.text("craigslist-posting.html"),
                        NOON)));
    KeptReading nothing = new KeptReading(posting.page(), "craigslist-0", new TreeMap<>());

    assertThat(Difference.between(nothing, posting).toList())
        .filteredOn(each -> !each.hidden().equals(each))
        .extracting(Difference::field)
        .contains(
            "address.street",
            "listing.title",
            "listing.description",
            "particulars.sellerUrl",
            "particulars.conflicts.readings.value");
    assertThat(posting).asString().doesNotContain("$").endsWith(" fields");
  }

  private ReplayReport run(Range range, @Nullable String before, @Nullable String after) {
    return replay.run(new Replay.Question(range, before, after, false), 99, Instant.MAX, null);
  }

  private KeptReading read(String id, String text) {
    KeptPage page = page(id, "miami-fl", NOON);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stored.put(page.snapshotKey(), bytes);
    return KeptReading.of(page, CURRENT, page.read(Source.FSBO, bytes));
  }

  private static KeptReading by(String version, KeptReading now, Map<String, String> fields) {
    return new KeptReading(now.page(), version, new TreeMap<>(fields));
  }

  private void kept(String id, String market, Instant at, KeptReading reading) {
    KeptPage page = page(id, market, at);
    stored.putIfAbsent(
        page.snapshotKey(), Pages.text("fsbo-current.html").getBytes(StandardCharsets.UTF_8));
    readings.keep(new KeptReading(page, reading.parserVersion(), reading.fields()));
  }

  private static KeptPage page(String id, String market, Instant at) {
    return new KeptPage(
        new PageId(Ids.derived("page", id)), "fsbo", market, Pages.FSBO_URL, "fsbo/" + id, at);
  }
}
