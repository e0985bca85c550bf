package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.aiqleads.manifest.FunctionId;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Limits;
import com.aiqleads.manifest.Repository;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final Numbers PRICES = Numbers.of("prices.properties");
  private static final Numbers MEASURED = Numbers.of("measured.properties");

  @Test
  void isPrintedLast() throws Exception {
    assertThat(CostBench.lines(Synthesized.ROOT, Synthesized.SETTINGS).getLast())
        .matches("cost-per-million-leads: [0-9]+ USD");
    CostBench.main();
  }

  @Test
  void isAboutWhatItsPageSays() throws Exception {
    String page = Files.readString(Synthesized.ROOT.resolve("docs/cost.md"));
    String computed = CostBench.lines(Synthesized.ROOT, Synthesized.SETTINGS).getLast();

    assertThat(usd(page)).isCloseTo(usd(computed), withinPercentage(5));
  }

  private static int usd(String text) {
    Matcher figure = Pattern.compile("cost-per-million-leads: ([0-9]+) USD").matcher(text);
    assertThat(figure.find()).isTrue();
    return Integer.parseInt(figure.group(1));
  }

  @Test
  void ofAFunctionIsItsTimeByItsMemoryAndItsInvocations() {
    double ms = MEASURED.get("ms.marketplace-price-lead");
    double events = 1_000_000 * MEASURED.get("per-lead.LeadScored");
    double expected = events * ms / 1000 * 0.5 * 0.0000133334 + events / batch() * 0.0000002;

    assertThat(usd(Synthesized.REPOSITORY, "Lambda marketplace-price-lead"))
        .isCloseTo(expected, within(0.0001));
  }

  private static double batch() {
    return Math.min(10, MEASURED.get("batch"));
  }

  @Test
  void ofQuotasIsAWriteForEachRequestOfAKnownCaller() {
    double searches = 1_000_000 * MEASURED.get("requests-per-lead.marketplace-search-leads");

    assertThat(usd(Synthesized.REPOSITORY, "Quotas"))
        .isGreaterThan(searches * PRICES.get("dynamodb.write"));
  }

  @Test
  void ofMoreMemoryIsHigher() {
    FunctionId id = new FunctionId("marketplace", "price-lead");
    Repository doubled =
        new Repository(
            Synthesized.ROOT,
            Synthesized.REPOSITORY.contexts(),
            Synthesized.REPOSITORY.functions().stream()
                .map(it -> it.id().equals(id) ? withMemory(it, 1024) : it)
                .toList());

    assertThat(usd(doubled, "Lambda marketplace-price-lead"))
        .isGreaterThan(usd(Synthesized.REPOSITORY, "Lambda marketplace-price-lead"));
  }

  @Test
  void saysWhatNobodyMeasured() {
    FunctionManifest known = Synthesized.REPOSITORY.functions().getFirst();
    FunctionManifest fresh = named(known, new FunctionId("careers", "read-cv"));
    Repository more =
        new Repository(Synthesized.ROOT, Synthesized.REPOSITORY.contexts(), List.of(known, fresh));

    assertThat(model(more).unmeasured()).contains("careers-read-cv");
    assertThat(usd(more, "Lambda careers-read-cv")).isPositive();
  }

  @Test
  void standsForAMonthWhetherLeadsComeOrNot() {
    assertThat(model(Synthesized.REPOSITORY).standing().lines())
        .allMatch(line -> line.usd() > 0)
        .anyMatch(line -> line.what().equals("OpenSearch, 5 nodes"));
  }

  @Test
  void countsWhatIsThere() {
    StandingCosts standing = model(Synthesized.REPOSITORY).standing();
    Synthesized prod = Synthesized.any();

    assertThat(prod.all("AWS::CloudWatch::Alarm")).hasSize(standing.alarms());
    assertThat(prod.all("AWS::CloudWatch::Dashboard")).hasSize(standing.dashboards());
    assertThat(prod.all("AWS::SecretsManager::Secret")).hasSize(standing.secrets());
    assertThat(prod.all("AWS::KMS::Key")).hasSize(standing.keys());
    assertThat(prod.all("AWS::EC2::VPCEndpoint"))
        .filteredOn(it -> it.text("/VpcEndpointType").equals("Interface"))
        .hasSize(StandingCosts.INTERFACE_ENDPOINTS);
    assertThat(prod.all("AWS::WAFv2::WebACL").getFirst().properties().path("Rules"))
        .hasSize(StandingCosts.FIREWALL_RULES);
  }

  @Test
  void namesThePriceThatIsMissing() {
    assertThatThrownBy(() -> PRICES.get("moon.rocket"))
        .hasMessage("prices.properties has no moon.rocket");
  }

  private static double usd(Repository repository, String what) {
    return model(repository).caused().stream()
        .filter(line -> line.what().equals(what))
        .mapToDouble(CostModel.Line::usd)
        .sum();
  }

  private static CostModel model(Repository repository) {
    return new CostModel(repository, Synthesized.settings("prod"), PRICES, MEASURED);
  }

  private static FunctionManifest withMemory(FunctionManifest it, int memoryMb) {
    Limits limits =
        new Limits(
            memoryMb,
            it.limits().timeout(),
            it.limits().batch(),
            it.limits().window(),
            it.limits().concurrency());
    return copy(it, it.id(), limits);
  }

  private static FunctionManifest named(FunctionManifest it, FunctionId id) {
    return copy(it, id, it.limits());
  }

  private static FunctionManifest copy(FunctionManifest it, FunctionId id, Limits limits) {
    return new FunctionManifest(
        id,
        it.purpose(),
        it.errorImpact(),
        it.trigger(),
        it.emits(),
        it.externalEvents(),
        it.uses(),
        limits,
        it.ordering(),
        it.ids(),
        it.origin());
  }
}
