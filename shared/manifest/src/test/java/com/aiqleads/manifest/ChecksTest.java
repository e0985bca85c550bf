package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

  private static final String EVENTS = "events/acquisition/src/main/";
  private static final String START = "purpose: A.\nerror-impact: B.\n";

  @TempDir private Path root;
  private Checkout checkout;

  @BeforeEach
  void makeASoundCheckout() {
    checkout = Checkout.in(root);
  }

  @Test
  void findNothingInASoundCheckout() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void findMissingHandlers() {
    checkout.delete(
        "functions/acquisition/score-lead/src/main/java/"
            + "com/aiqleads/acquisition/scorelead/ScoreLeadHandler.java");

    assertThat(problems())
        .containsExactly(
            "functions/acquisition/score-lead/function.yaml:1: has no handler functions/acquisition"
                + "/score-lead/src/main/java/com/aiqleads/acquisition/scorelead/"
                + "ScoreLeadHandler.java");
  }

  @Test
  void findFoldersThatAreNoFunctionsAndModulesThatAreNotBuilt() {
    checkout.write("functions/acquisition/notes/todo.md", "");
    checkout.write("functions/careers/pom.xml", "");
    checkout.function("acquisition", "parse", "Parse", START + "trigger: on-demand");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "functions/acquisition/notes:1: has no function.yaml",
            "functions/careers:1: has no context.yaml",
            "functions/careers:1: is not built: pom.xml does not list it",
            "functions/acquisition/parse/function.yaml:1:"
                + " must be named by a verb and a noun, such as score-lead",
            "functions/acquisition/parse:1: is not built:"
                + " functions/acquisition/pom.xml does not list it");
  }

  @Test
  void findEventsWithoutTheirFiles() {
    String folder = "com/aiqleads/events/acquisition/LeadScored";
    checkout.delete(EVENTS + "java/" + folder + ".java");
    checkout.delete(EVENTS + "resources/" + folder + "/v1.example.json");

    assertThat(problems())
        .containsExactly(
            "functions/acquisition/score-lead/function.yaml:4: emits: LeadScored has no "
                + EVENTS
                + "resources/"
                + folder
                + "/v1.example.json",
            "functions/acquisition/score-lead/function.yaml:4: emits: LeadScored has no "
                + EVENTS
                + "java/"
                + folder
                + ".java");
  }

  @Test
  void findEventsThatNobodyEmitsOrTakes() {
    checkout.event("acquisition", "LeadLost");
    checkout.function(
        "marketplace", "price-lead", "PriceLead", START + "trigger: { events: [LeadFound] }");

    assertThat(problems())
        .containsExactly(
            EVENTS
                + "resources/com/aiqleads/events/acquisition/LeadLost/v1.schema.json:1:"
                + " LeadLost is emitted by nobody",
            "functions/acquisition/score-lead/function.yaml:4: emits:"
                + " LeadScored reaches nobody; if that is meant, add it to external-events",
            "functions/marketplace/price-lead/function.yaml:3: trigger.events:"
                + " LeadFound is emitted by nobody");
  }

  @Test
  void letAContextRefuseInAnothersWordsButNotDescribeThemAgain() {
    checkout.function(
        "marketplace", "sell-lead", "SellLead", START + "trigger: on-demand\nemits: [LeadScored]");
    checkout.listModules();
    assertThat(problems()).isEmpty();

    checkout.event("marketplace", "LeadScored");

    assertThat(problems())
        .containsExactly(
            "events/marketplace/src/main/resources/com/aiqleads/events/marketplace/LeadScored/"
                + "v1.schema.json:1: belongs to acquisition already");
  }

  @Test
  void letExternalEventsGoButNotThoseThatSomebodyTakes() {
    checkout.event("acquisition", "LeadSold");
    checkout.function(
        "acquisition",
        "score-lead",
        "ScoreLead",
        Checkout.SCORE_LEAD.replace("[LeadScored]", "[LeadScored, LeadSold]")
            + "external-events: [LeadSold, LeadScored, LeadGone]\n");

    assertThat(problems())
        .containsExactly(
            "functions/acquisition/score-lead/function.yaml:7: external-events:"
                + " LeadScored is not external: marketplace-price-lead takes it",
            "functions/acquisition/score-lead/function.yaml:7: external-events:"
                + " LeadGone is not under emits");
  }

  @Test
  void findTwoOwnersOfOneThing() {
    checkout.context("marketplace", "purpose: A.\ndatabase: acquisition\nindices: { leads: B. }\n");
    checkout.context("recommendations", "purpose: A.\nindices: { leads: B. }\n");
    checkout.function(
        "marketplace",
        "show-lead",
        "ShowLead",
        START
            + "http: { \"GET /leads/{leadId}\": careers:read }\n"
            + "ids: { \"/leads/{leadId}\": everybody }");
    checkout.listModules();

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/context.yaml:2: database:"
                + " database acquisition belongs to acquisition already",
            "functions/marketplace/show-lead/function.yaml:3: http.GET /leads/{leadId}:"
                + " GET /leads/{} belongs to marketplace-search-leads already",
            "functions/marketplace/show-lead/function.yaml:3: http.GET /leads/{leadId}:"
                + " there is no context careers",
            "functions/recommendations/context.yaml:2: indices:"
                + " index leads belongs to marketplace already");
  }

  @Test
  void findUsesOfThingsThatAreNotDefined() {
    checkout.function(
        "marketplace",
        "show-lead",
        "ShowLead",
        START
            + "trigger: { bucket: pages }\n"
            + "uses: { tables: { careers/cvs: read }, secrets: [a], keys: [b],"
            + " buckets: { acquisition/pages: read }, database: read }\n");
    checkout.listModules();

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/show-lead/function.yaml:3: trigger.bucket:"
                + " pages is not defined in functions/marketplace/context.yaml",
            "functions/marketplace/show-lead/function.yaml:4: uses.tables:"
                + " cvs is not defined in functions/careers/context.yaml",
            "functions/marketplace/show-lead/function.yaml:4: uses.secrets:"
                + " a is not defined in functions/marketplace/context.yaml",
            "functions/marketplace/show-lead/function.yaml:4: uses.keys:"
                + " b is not defined in functions/marketplace/context.yaml",
            "functions/marketplace/show-lead/function.yaml:4: uses.database:"
                + " the context has no database: say so in its context.yaml");
  }

  @Test
  void findIdsInAddressesOfWhichNobodySaysWhoseTheyAre() {
    checkout.function(
        "marketplace",
        "manage-cart",
        "ManageCart",
        START
            + "http: { \"GET /carts/{cart}/items/{id}\": signed-in, \"GET /carts\": signed-in,"
            + " \"GET /offers/{id}\": public, \"DELETE /carts/{cart}\": signed-in }\n"
            + "ids: { \"/carts/{cart}\": team, \"/orders/{id}\": team }");
    checkout.listModules();

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/manage-cart/function.yaml:3:"
                + " http.GET /carts/{cart}/items/{id}: whose is it? Say in ids:"
                + " { \"/carts/{cart}/items/{id}\": person, team or everybody }",
            "functions/marketplace/manage-cart/function.yaml:4: ids./orders/{id}:"
                + " no route of this function has this id");
  }

  @Test
  void findRoutesForKnownCallersThatAreNotCounted() {
    checkout.context("platform", "purpose: A.\ntables: { quotas: { key: id } }\n");
    checkout.function(
        "platform", "show-page", "ShowPage", START + "http: { \"GET /page\": session }");
    checkout.listModules();

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/search-leads/function.yaml:4: uses.tables:"
                + " routes that need a token write platform/quotas");

    checkout.function("marketplace", "search-leads", "SearchLeads", Checkout.COUNTED_SEARCH);

    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeout: 15 min               |
          timeout: 901 s                | limits.timeout: must be 1 to 900 s, not 901
          timeout: 0 s                  | limits.timeout: must be 1 to 900 s, not 0
          memory: 128 MB                |
          memory: 127 MB                | limits.memory: must be 128 to 10240 MB, not 127
          memory: 10241 MB              | limits.memory: must be 128 to 10240 MB, not 10241
          batch: 10                     |
          batch: 11                     | limits.batch: more than 10 messages need a window of 1 s or more
          batch: 10001, window: 1 s     | limits.batch: must be 1 to 10000 messages, not 10001
          batch: 11, window: 1 s        |
          window: 301 s                 | limits.window: must be 0 to 300 s, not 301
          concurrency: 2                |
          concurrency: 1                | limits.concurrency: must be 2 to 1000 batches, not 1
          concurrency: 1001             | limits.concurrency: must be 2 to 1000 batches, not 1001
          """)
  void holdLimitsOfQueueFunctions(String limits, String problem) {
    checkout.function(
        "marketplace",
        "price-lead",
        "PriceLead",
        Checkout.PRICE_LEAD + "limits: { " + limits + " }\n");

    assertThat(problems())
        .isEqualTo(
            problem == null
                ? List.of()
                : List.of("functions/marketplace/price-lead/function.yaml:4: " + problem));
  }

  @Test
  void holdHttpFunctionsToThirtySeconds() {
    checkout.function(
        "marketplace",
        "search-leads",
        "SearchLeads",
        Checkout.SEARCH_LEADS
            + "limits: { timeout: 31 s, batch: 5, concurrency: 20 }\norder-by: id\n");

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/search-leads/function.yaml:6: limits.timeout:"
                + " must be 1 to 30 s, not 31",
            "functions/marketplace/search-leads/function.yaml:6: limits:"
                + " batch and window are for functions that events trigger",
            "functions/marketplace/search-leads/function.yaml:6: limits.concurrency:"
                + " says nothing of a function that people wait for",
            "functions/marketplace/search-leads/function.yaml:7: order-by:"
                + " is for functions that events trigger");
  }

  @Test
  void holdOrderedQueuesToSmallBatchesWithoutWindow() {
    checkout.function(
        "marketplace",
        "price-lead",
        "PriceLead",
        Checkout.PRICE_LEAD + "order-by: leadId\nlimits: { batch: 11, window: 1 s }\n");

    assertThat(problems())
        .containsExactly(
            "functions/marketplace/price-lead/function.yaml:5: limits.batch:"
                + " must be 1 to 10 messages, not 11",
            "functions/marketplace/price-lead/function.yaml:5: limits.window:"
                + " must be 0 to 0 s, not 1");
  }

  private List<String> problems() {
    return Checks.problems(checkout.read()).stream().map(Problem::toString).toList();
  }
}
