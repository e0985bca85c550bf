package com.aiqleads.infra;

import com.aiqleads.manifest.Manifests;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Prints what a million leads cost in prod, if that many come in a month, the dearest first.
public final class CostBench {

  private static final String STAGE = "prod";
  private static final double SHOWN_USD = 0.5;

  private CostBench() {}

  public static void main(String... arguments) throws IOException {
    Path root = Path.of(System.getProperty("repository.root", "."));
    lines(root, root.resolve("infra-cdk/cdk.json")).forEach(System.out::println);
  }

  static List<String> lines(Path root, Path settings) throws IOException {
    Map<?, ?> file = new ObjectMapper().readValue(settings.toFile(), Map.class);
    Settings stages = new Settings("cdk.json", file).part("context").part("stages");
    CostModel model =
        new CostModel(
            Manifests.read(root),
            Stage.read(STAGE, stages),
            Numbers.of("prices.properties"),
            Numbers.of("measured.properties"));
    return lines(model);
  }

  private static List<String> lines(CostModel model) {
    double caused = sum(model.caused());
    double standing = sum(model.standing().lines());
    return Stream.of(
            Stream.of("caused by a million leads:"),
            dearest(model.caused()),
            Stream.of("standing for a month:"),
            dearest(model.standing().lines()),
            model.unmeasured().stream().map(id -> "guessed, for nobody measured it: " + id),
            Stream.of(
                figure("caused", caused),
                figure("standing", standing),
                figure("cost-per-million-leads", caused + standing)))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> dearest(List<CostModel.Line> lines) {
    return lines.stream()
        .filter(line -> line.usd() >= SHOWN_USD)
        .sorted(Comparator.comparing(CostModel.Line::usd).reversed())
        .map(line -> String.format(Locale.ROOT, "  %8.2f USD  %s", line.usd(), line.what()));
  }

  private static double sum(List<CostModel.Line> lines) {
    return lines.stream().mapToDouble(CostModel.Line::usd).sum();
  }

  private static String figure(String name, double usd) {
    return String.format(Locale.ROOT, "%s: %.0f USD", name, usd);
  }
}
