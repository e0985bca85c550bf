package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that makes a function's folder. Whether what it writes compiles is tried by hand, see
/// docs/new-function.md: a build inside a build costs more than it tells.
class NewFunctionTest {

  private static final List<String> SENTENCES =
      List.of("--purpose", "Says what a lead costs.", "--error-impact", "Nobody knows prices.");

  @TempDir private Path root;
  private Checkout checkout;

  @BeforeEach
  void makeACheckout() {
    checkout = Checkout.in(root);
    checkout.write(
        "functions/marketplace/pom.xml",
        """
        <modules>
          <module>price-lead</module>
          <module>search-leads</module>
        </modules>
        """);
    checkout.write("shared/architecture/pom.xml", "<!-- Every module with sources -->\n");
    checkout.write("shared/local/product/pom.xml", "<!-- each of the folders in this list -->");
    checkout.write("shared/openapi/pom.xml", "<!-- Each function that answers HTTP -->\n");
  }

  @Test
  void makesAFunctionForAnEvent() throws Exception {
    assertThat(run("marketplace", "quote-price", "--on", "LeadScored")).isZero();

    FunctionManifest function = checkout.read().function("marketplace-quote-price").orElseThrow();
    assertThat(function.purpose()).isEqualTo("Says what a lead costs.");
    assertThat(function.consumes()).containsExactly(EventName.parse("LeadScored"));
    assertThat(Checks.problems(checkout.read())).isEmpty();
    assertThat(text("functions/marketplace/pom.xml"))
        .contains("<modules>\n    <module>quote-price</module>\n");
    assertThat(text("shared/architecture/pom.xml")).contains(">marketplace-quote-price<");
    assertThat(text("shared/local/product/pom.xml")).contains(">marketplace-quote-price<");
    assertThat(text("shared/openapi/pom.xml")).doesNotContain("quote-price");
  }

  @Test
  void makesAFunctionForASchedule() throws Exception {
    assertThat(run("marketplace", "release-holds", "--every", "rate(1 minute)")).isZero();

    assertThat(checkout.read().function("marketplace-release-holds").orElseThrow().trigger())
        .isEqualTo(new Trigger.OnSchedule(Schedule.parse("rate(1 minute)")));
    assertThat(Checks.problems(checkout.read())).isEmpty();
  }

  @Test
  void makesAFunctionForARoute() throws Exception {
    checkout.context("platform", "purpose: A.\ntables: { quotas: { key: id } }\n");
    checkout.write("pom.xml", text("pom.xml") + "<module>functions/platform</module>");
    checkout.function("marketplace", "search-leads", "SearchLeads", Checkout.COUNTED_SEARCH);
    assertThat(run("marketplace", "show-cart", "--route", "GET /carts/{id}=marketplace:read"))
        .isZero();

    FunctionManifest function = checkout.read().function("marketplace-show-cart").orElseThrow();
    assertThat(function.routes()).extracting(Route::key).containsExactly("GET /carts/{id}");
    assertThat(function.ids()).containsExactly(Map.entry("/carts/{id}", IdOwner.TEAM));
    assertThat(function.uses().tables())
        .containsOnly(Map.entry(new Resource("platform", "quotas"), Access.WRITE));
    assertThat(Checks.problems(checkout.read())).isEmpty();
    assertThat(text("shared/openapi/pom.xml")).contains(">marketplace-show-cart<");
  }

  @Test
  void refusesWhatWouldNotBeAFunction() throws Exception {
    assertThat(run("marketplace", "onLeadScored", "--on", "LeadScored")).isEqualTo(1);
    assertThat(run("marketplace", "price-lead", "--on", "LeadScored")).isEqualTo(1);
    assertThat(run("marketplace", "quote-price", "--on", "LeadForgotten")).isEqualTo(1);
    assertThat(run("gardening", "quote-price", "--on", "LeadScored")).isEqualTo(1);
    assertThat(run("marketplace", "quote-price", "--route", "/carts")).isEqualTo(1);
    assertThat(run("marketplace")).isEqualTo(2);

    assertThat(Checks.problems(checkout.read())).isEmpty();
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("repository.root") + "/shared/manifest/new-function");
    command.addAll(List.of(arguments));
    if (arguments.length > 1) {
      command.addAll(SENTENCES);
      command.addAll(List.of("--root", root.toString()));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output.txt").toFile())
            .start();
    return process.waitFor();
  }

  private String text(String file) {
    return ManifestFile.textOf(root.resolve(file));
  }
}
