package com.aiqleads.acquisition.watching;

import static com.aiqleads.acquisition.watching.WatchingFixtures.aWatchedScope;
import static com.aiqleads.acquisition.watching.WatchingFixtures.homes;
import static com.aiqleads.acquisition.watching.WatchingFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.watching.Objection.Layer;
import com.aiqleads.acquisition.watching.Watched.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class WatchedTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int NEW = 1_000;

  private final Watched usual = aWatchedScope();

  @Test
  void forgetsAdvertisementsByTheirIds() {
    Watched after = usual.without(Set.of("home-1", "home-2", "nobody's"));

    assertThat(after.usual().known()).hasSize(98).noneMatch(one -> one.id().equals("home-1"));
    assertThat(after.usual().outcomes()).isEqualTo(usual.usual().outcomes());
  }

  @Test
  void tellsOnWhatIsAsUsualAndLearnsFromIt() {
    Verdict verdict = usual.judge(homes(NEW, 24), NOW);

    assertThat(verdict.objections()).isEmpty();
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.after().usual().known()).hasSize(124);
    assertThat(verdict.after().inQuarantine()).isEmpty();
  }

  @Test
  void judgesNothingBeforeItKnowsWhatIsUsual() {
    Verdict verdict = Watched.NOTHING.judge(homes(0, 29, without("price")), NOW);

    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.after().usual().isLearnt()).isFalse();
    assertThat(verdict.after().judge(homes(40, 1), NOW).after().usual().isLearnt()).isTrue();
  }

  @Test
  void seesThatAFieldIsThereNoMore() {
    assertObjects(homes(NEW, 24, without("price")), Layer.BATCH, "price");
    assertObjects(homes(NEW, 8, without("bedrooms")), Layer.BATCH, "bedrooms");
  }

  @Test
  void aFieldThatFewerHaveByLuckIsNone() {
    BiConsumer<Integer, Map<String, String>> sometimes =
        (number, values) -> values.keySet().removeIf(key -> number % 6 == 0 && key.equals("price"));

    assertThat(usual.judge(homes(NEW, 24, sometimes), NOW).passes()).isTrue();
  }

  @Test
  void seesAnInstalmentThatWasReadAsThePrice() {
    BiConsumer<Integer, Map<String, String>> monthly =
        (_, values) ->
            values.computeIfPresent(
                "price", (_, price) -> String.valueOf(Integer.parseInt(price) / 240));

    assertObjects(homes(NEW, 5, monthly), Layer.RECORD, "price");
  }

  @Test
  void seesThatRoomsHaveChangedPlaces() {
    assertObjects(homes(NEW, 24, WatchedTest::swap), Layer.BATCH, "bedrooms");
  }

  @Test
  void seesWhatKnownHomesSayNow() {
    BiConsumer<Integer, Map<String, String>> one = (_, values) -> values.put("zip", "other");

    assertObjects(homes(0, 5, one), Layer.RECORD, "zip");
    assertThat(usual.judge(homes(0, 4, one), NOW).passes()).isTrue();
    assertThat(usual.judge(homes(NEW, 5, one), NOW).passes()).isTrue();
  }

  @Test
  void aPriceThatFallsForAllIsNone() {
    BiConsumer<Integer, Map<String, String>> reduced =
        (_, values) ->
            values.computeIfPresent(
                "price", (_, price) -> String.valueOf(Integer.parseInt(price) * 95 / 100));

    assertThat(usual.judge(homes(0, 24, reduced), NOW).objections())
        .allMatch(each -> each.layer() == Layer.STRUCTURE);
  }

  @Test
  void seesTextsThatStandInAnotherField() {
    assertObjects(
        homes(
            NEW,
            12,
            (number, values) ->
                values.put("title", WatchingFixtures.aHome(number).values().get("zip"))),
        Layer.BATCH,
        "title");
  }

  @Test
  void aLaterBatchMayShowWhereTheValuesStand() {
    Watched shut = usual.judge(homes(NEW, 24, without("price")), NOW).after();
    assertThat(shut.inQuarantine().orElseThrow().proposals()).isEmpty();

    Watched later = shut.judge(homes(0, 24, without("price")), NOW.plusSeconds(60)).after();

    assertThat(later.inQuarantine().orElseThrow().since()).isEqualTo(NOW);
    assertThat(later.inQuarantine().orElseThrow().proposals()).isNotEmpty();
  }

  @Test
  void seesATitleThatAllHave() {
    assertObjects(homes(NEW, 24, (_, values) -> values.put("title", "site")), Layer.BATCH, "title");
  }

  @Test
  void seesPagesThatCannotBeReadOrEndAllAtOnce() {
    assertObjects(refused(Scope.Kind.LISTING, "unknown", 8), Layer.STATE, "unreadable");
    assertObjects(refused(Scope.Kind.LISTING, "gone", 8), Layer.STATE, "gone");
    assertThat(usual.judge(refused(Scope.Kind.LISTING, "gone", 2), NOW).passes()).isTrue();
    assertThat(usual.judge(refused(Scope.Kind.LISTING, "unknown", 2), NOW).passes()).isTrue();
  }

  @Test
  void aSearchThatShowsNothingThatWeKnowNeedsNoComparison() {
    Verdict verdict = Watched.NOTHING.judge(refused(Scope.Kind.RESULTS, "unknown", 1), NOW);

    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.after().lifted().inQuarantine()).isEmpty();
  }

  @Test
  void aPlaceThatSaysSomethingElseContradicts() {
    Verdict verdict =
        usual.judge(homes(NEW, 24, (_, values) -> values.put("bathrooms", "1.75")), NOW);

    assertThat(verdict.objections())
        .anySatisfy(
            objection -> {
              assertThat(objection.layer()).isEqualTo(Layer.STRUCTURE);
              assertThat(objection.subject()).isEqualTo("bathrooms");
              assertThat(objection.text()).isEqualTo("$.home.baths contradicts what was read");
            });
  }

  @Test
  void onlyEnoughThatIsAsUsualLeadsOutOfQuarantine() {
    Watched shut = usual.judge(homes(NEW, 24, without("price")), NOW).after();

    assertThat(shut.inQuarantine()).isPresent();
    assertThat(shut.judge(homes(NEW, 4), NOW).passes()).isFalse();
    assertThat(shut.judge(homes(NEW, 24, without("price")), NOW).after()).isEqualTo(shut);
    Verdict open = shut.judge(homes(NEW, 5), NOW);
    assertThat(open.passes()).isTrue();
    assertThat(open.after().inQuarantine()).isEmpty();
  }

  @Test
  void proposesWhereTheOldValuesStand() {
    Watched shut = usual.judge(homes(0, 24, without("price")), NOW).after();

    assertThat(shut.inQuarantine().orElseThrow().proposals())
        .containsExactly("price: $.home.price (100 % of 24)", "price: span.cost (100 % of 24)");
  }

  @Test
  void proposesForPagesOfWhichNothingIsReadByWhatTheirAddressNames() {
    Watched shut = usual.judge(refused(Scope.Kind.LISTING, "unknown", 12), NOW).after();

    assertThat(shut.inQuarantine().orElseThrow().proposals())
        .contains("title: h1.title (100 % of 12)", "bedrooms: div.rooms (100 % of 12)");
  }

  @Test
  void reportsWhatABatchSaid() {
    Batch batch = homes(NEW, 10, without("price"));
    Verdict verdict = usual.judge(batch, NOW);

    BatchReport report = BatchReport.of(batch, verdict, NOW);

    assertThat(report.pages()).isEqualTo(10);
    assertThat(report.records()).isEqualTo(10);
    assertThat(report.outcomes()).containsEntry("read", 10);
    assertThat(report.fill()).containsEntry("price", 0.0).containsEntry("zip", 1.0);
    assertThat(report.medians()).containsKey("bedrooms").doesNotContainKey("price");
    assertThat(report.passed()).isFalse();
    assertThat(report.objections()).anyMatch(text -> text.startsWith("price: only 0 of 10"));
  }

  @Test
  void remembersTheNewestOnly() {
    Profile profile = Profile.NONE;
    for (int from = 0; from < 400; from += 40) {
      profile = profile.and(homes(from, 40));
    }

    assertThat(profile.known()).hasSize(Profile.MAX_KNOWN);
    assertThat(profile.known().getLast().id()).isEqualTo("home-399");
    assertThat(profile.pages()).isBetween(199.0, 201.0);
    assertThat(profile.fill("price")).isEqualTo(1);
    assertThat(profile.places().get("price")).containsEntry("span.cost", 1.0);
    assertThat(profile.and(new Batch(Scope.Kind.LISTING, List.of())).places())
        .isEqualTo(profile.places());
  }

  private void assertObjects(Batch batch, Layer layer, String subject) {
    Verdict verdict = usual.judge(batch, NOW);
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.objections())
        .anyMatch(each -> each.layer() == layer && each.subject().equals(subject));
    assertThat(verdict.after().inQuarantine()).isPresent();
    assertThat(verdict.after().usual()).isEqualTo(usual.usual());
  }

  private static BiConsumer<Integer, Map<String, String>> without(String field) {
    return (_, values) -> values.remove(field);
  }

  private static void swap(int number, Map<String, String> values) {
    String bedrooms = values.getOrDefault("bedrooms", "");
    values.put("bedrooms", values.getOrDefault("bathrooms", ""));
    values.put("bathrooms", bedrooms);
  }
}
