package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The dashboards show what is measured: nothing that nobody measures, and nothing is left out.
class DashboardsTest {

  private static final Pattern COUNTED = Pattern.compile("metrics\\.count\\(\\s*\"([a-z_]+)\"");
  private static final Pattern TIMED = Pattern.compile("metrics\\.time\\(\\s*\"([a-z_]+)\"");
  private static final Pattern OF_THE_HOST =
      Pattern.compile("(?:counter|values)\\(text, \"([a-z_]+)\"");
  private static final Pattern SHOWN = Pattern.compile("aiqleads_[a-z_]+");
  private static final Pattern FUNCTION = Pattern.compile("function=\\\\?\"([a-z-]+)\\\\?\"");
  private static final Pattern GROUPED = Pattern.compile("by \\(([a-z, ]+)\\) ?\\(([^)]*)");
  private static final Pattern CHOSEN = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\\\\\"");

  /// A metric and the outcomes that are asked of it, but for patterns such as `4..`.
  private static final Pattern OUTCOMES =
      Pattern.compile("aiqleads_([a-z_]+)_total\\{[^}]*outcome(?:=~|!=|=)\\\\\"([a-z|]+)\\\\\"");

  /// What functions count by, and the only one of these that the host knows.
  private static final Set<String> LABELS = Set.of("function", "of", "outcome");

  private static final String HOSTS_LABEL = "function";

  private static final String HOST =
      "shared/local/host/src/main/java/com/aiqleads/local/host/admin/Metrics.java";

  /// Those that we want of what `micronaut-micrometer-core` takes in check-health.
  private static final Set<String> OF_THE_FRAMEWORK =
      Set.of("aiqleads_process_cpu_usage", "aiqleads_process_uptime");

  /// Each as soon as it exists.
  private static final List<String> SHOWN_ALONE =
      List.of(
          "acquisition-keep-refusals",
          "marketplace-publish-lead",
          "marketplace-index-leads",
          "marketplace-search-leads",
          "marketplace-manage-cart");

  @Test
  void showWhatIsMeasuredAndAllOfIt() {
    Set<String> shown = new TreeSet<>();
    for (Path dashboard : dashboards()) {
      shown.addAll(Documents.found(SHOWN, Documents.text(dashboard)));
    }

    assertThat(shown).isEqualTo(measured());
  }

  @Test
  void nameOnlyFunctionsThatExist() {
    for (Path dashboard : dashboards()) {
      assertThat(Documents.found(FUNCTION, Documents.text(dashboard)))
          .as(dashboard.toString())
          .allMatch(DashboardsTest::isFunction);
    }
  }

  /// Who asks for another sees one line of everything, or nothing, and no error.
  @Test
  void askOnlyForLabelsThatFiguresHave() {
    for (Path dashboard : dashboards()) {
      String text = Documents.text(dashboard);
      assertThat(Documents.found(CHOSEN, text)).as("%s", dashboard).isSubsetOf(LABELS);
      GROUPED
          .matcher(text)
          .results()
          .forEach(
              grouped ->
                  assertThat(Set.of(grouped.group(1).split(", ?")))
                      .as("%s: %s", dashboard, grouped.group())
                      .isSubsetOf(
                          grouped.group(2).contains("aiqleads_host_")
                              ? Set.of(HOSTS_LABEL)
                              : LABELS));
    }
  }

  @Test
  void askOnlyForOutcomesThatAreCounted() {
    List<String> sources =
        Stream.of("functions", "shared")
            .flatMap(folder -> Documents.files(folder, ".java").stream())
            .filter(source -> source.toString().contains("/src/main/"))
            .map(Documents::text)
            .toList();

    assertThat(dashboards().stream().flatMap(DashboardsTest::asked))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            asked ->
                assertThat(asked.getValue())
                    .as(asked.getKey())
                    .allMatch(outcome -> isCounted(sources, asked.getKey(), outcome)));
  }

  private static Stream<Map.Entry<String, List<String>>> asked(Path dashboard) {
    return OUTCOMES
        .matcher(Documents.text(dashboard))
        .results()
        .map(found -> Map.entry(found.group(1), List.of(found.group(2).split("[|]"))));
  }

  /// Where the metric is counted; some are names of enums in small letters.
  private static boolean isCounted(List<String> sources, String metric, String outcome) {
    return sources.stream()
        .filter(source -> source.contains("\"" + metric + "\""))
        .anyMatch(
            source ->
                source.contains("\"" + outcome + "\"")
                    || source.contains("." + outcome.toUpperCase(Locale.ROOT)));
  }

  @Test
  void showAloneWhatOperatorsLookForFirst() {
    Set<String> shown = new TreeSet<>();
    for (Path dashboard : dashboards()) {
      shown.addAll(Documents.found(FUNCTION, Documents.text(dashboard)));
    }

    assertThat(shown).containsAll(SHOWN_ALONE.stream().filter(DashboardsTest::isFunction).toList());
  }

  @Test
  void areKnownByTheirFilesAndSayWhatEachPanelCounts() {
    for (Path dashboard : dashboards()) {
      Map<String, Object> json = Documents.parsed(dashboard);
      assertThat(dashboard.getFileName()).hasToString(json.get("uid") + ".json");
      assertThat((List<?>) json.get("panels"))
          .isNotEmpty()
          .allSatisfy(
              panel ->
                  assertThat(panel)
                      .asString()
                      .contains("title=", "unit=", "expr=", "datasource={"));
    }
  }

  /// Grafana mixes up panels of one id, and shows nothing of a source that it does not know.
  @Test
  void askTheSourceThatTheReaderChose() {
    for (Path dashboard : dashboards()) {
      Map<String, Object> json = Documents.parsed(dashboard);
      assertThat(json.get("templating"))
          .asString()
          .contains("name=source", "type=datasource", "query=prometheus");
      assertThat((List<?>) json.get("panels"))
          .allSatisfy(
              panel ->
                  assertThat(panel)
                      .asString()
                      .contains("datasource={type=prometheus, uid=${source}}")
                      .doesNotContainPattern("uid=(?!\\$\\{source})"))
          .extracting(panel -> ((Map<?, ?>) panel).get("id"))
          .doesNotContainNull()
          .doesNotHaveDuplicates();
    }
  }

  private static List<Path> dashboards() {
    return Documents.files("infra-cdk/grafana", ".json");
  }

  /// As Prometheus calls it; a timer is a count and a sum.
  private static Set<String> measured() {
    Set<String> names = new TreeSet<>(OF_THE_FRAMEWORK);
    for (String folder : List.of("functions", "shared")) {
      for (Path source : Documents.files(folder, ".java")) {
        if (source.toString().contains("/src/main/")) {
          String text = Documents.text(source);
          Documents.found(COUNTED, text).forEach(name -> names.add("aiqleads_" + name + "_total"));
          for (String name : Documents.found(TIMED, text)) {
            names.add("aiqleads_" + name + "_seconds_sum");
            names.add("aiqleads_" + name + "_seconds_count");
          }
        }
      }
    }
    Documents.found(OF_THE_HOST, Documents.text(HOST))
        .forEach(name -> names.add("aiqleads_host_" + name));
    return names;
  }

  private static boolean isFunction(String id) {
    return Repository.contexts().stream()
        .filter(context -> id.startsWith(context + "-"))
        .map(context -> "functions/" + context + "/" + id.substring(context.length() + 1))
        .anyMatch(folder -> Files.exists(Repository.ROOT.resolve(folder + "/function.yaml")));
  }
}
