package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {

  @TempDir private Path root;

  @Test
  void readsWhatAFunctionSays() {
    FunctionManifest function = functionOf(Checkout.in(root), "acquisition-score-lead");

    assertThat(function.purpose()).isEqualTo("Scores a lead.");
    assertThat(function.errorImpact()).isEqualTo("New leads stop.");
    assertThat(function.consumes()).containsExactly(new EventName("LeadResolved", 1));
    assertThat(function.emits()).containsExactly(new EventName("LeadScored", 1));
    assertThat(function.uses().tables())
        .isEqualTo(Map.of(new Resource("acquisition", "validation-cache"), Access.WRITE));
    assertThat(function.uses().database()).isEqualTo(Access.READ_WRITE);
    assertThat(function.limits())
        .isEqualTo(new Limits(1024, Duration.ofSeconds(30), 10, Duration.ZERO, 20));
  }

  @Test
  void readsRoutesAndNamesOfOtherContexts() {
    FunctionManifest function = functionOf(Checkout.in(root), "marketplace-search-leads");

    assertThat(function.routes())
        .containsExactly(
            new Route("GET", "/leads", new RouteAccess.Public()),
            new Route("GET", "/leads/{id}", new RouteAccess.Scope("marketplace", "read")));
    assertThat(function.uses().tables())
        .containsOnlyKeys(new Resource("acquisition", "validation-cache"));
    assertThat(function.ids()).containsExactly(Map.entry("/leads/{id}", IdOwner.EVERYBODY));
    assertThat(function.hasQueue()).isFalse();
    assertThat(function.consumes()).isEmpty();
  }

  @Test
  void readsWhatAContextOwns() {
    ContextManifest context = Checkout.in(root).read().context("acquisition").orElseThrow();

    assertThat(context.database()).isEqualTo("acquisition");
    assertThat(context.tables())
        .containsEntry("validation-cache", new ContextManifest.Table("id", null, "expires-at"));
    assertThat(context.buckets())
        .containsEntry("pages", new ContextManifest.Bucket(Duration.ofDays(90)));
    assertThat(context.secrets()).containsEntry("contact-key", new ContextManifest.Secret(32));
    assertThat(context.keys())
        .containsEntry("tokens", new ContextManifest.Key("RSA_2048", "SIGN_VERIFY"));
  }

  @Test
  void readsWhoseScriptsMayCallStageByStage() {
    Checkout checkout = Checkout.in(root);
    checkout.context(
        "marketplace",
        "purpose: A.\nbrowser-origins: { local: [\"http://localhost:1\", \"https://a.example\"] }");
    Repository repository = checkout.read();

    assertThat(BrowserAccess.of(repository, "local").origins())
        .containsExactly("http://localhost:1", "https://a.example");
    assertThat(BrowserAccess.of(repository, "prod").origins()).isEmpty();
  }

  @Test
  void readsEveryKindOfTrigger() {
    assertThat(triggerOf("trigger: { bucket: pages }"))
        .isEqualTo(new Trigger.OnBucket(new Resource("acquisition", "pages")));
    assertThat(triggerOf("trigger: on-demand")).isEqualTo(new Trigger.OnDemand());
    assertThat(triggerOf("trigger: { schedule: rate(1 hour) }"))
        .isEqualTo(new Trigger.OnSchedule(new Schedule.Rate("rate(1 hour)", Duration.ofHours(1))));
    assertThat(triggerOf("trigger: { events: [A.v2, B] }"))
        .isEqualTo(new Trigger.OnEvents(List.of(new EventName("A", 2), new EventName("B", 1))));
    assertThat(triggerOf("http: { \"GET /console/{proxy+}\": session, \"POST /\": signed-in }"))
        .isEqualTo(
            new Trigger.OnHttp(
                List.of(
                    new Route("GET", "/console/{proxy+}", new RouteAccess.Session()),
                    new Route("POST", "/", new RouteAccess.SignedIn()))));
  }

  @Test
  void readsTheRestOfAFunction() {
    FunctionManifest function =
        withTrigger(
            """
            trigger: { events: [A] }
            emits: [B]
            external-events: [B]
            uses: { secrets: [contact-key], keys: [tokens], buckets: { pages: read }, egress: true }
            limits: { timeout: 15 min, batch: 100, window: 1 s }
            order-by: conversation
            """);

    assertThat(function.externalEvents()).containsExactly(new EventName("B", 1));
    assertThat(function.uses().egress()).isTrue();
    assertThat(function.uses().secrets()).hasSize(1);
    assertThat(function.uses().keys()).hasSize(1);
    assertThat(function.limits().timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(function.limits().window()).isEqualTo(Duration.ofSeconds(1));
    assertThat(function.ordering()).isEqualTo(new Ordering.By("conversation"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          color: red                         | 3: color: is not a key here; known are emits, error-impact, external-events, http, ids, limits, order-by, purpose, trigger, uses
          emits: LeadScored                  | 3: emits: must be a list such as [First, Second]
          emits: [lead-scored]               | 3: emits: must be an event such as LeadResolved or LeadResolved.v2, not lead-scored
          emits: [A, A]                      | 3: emits: has A twice
          emits: [1]                         | 3: emits: must be a text
          limits: 5                          | 3: limits: must hold keys and values
          limits: { timeout: 30 }            | 3: limits.timeout: must be a text
          limits: { timeout: 30s }           | 3: limits.timeout: must be a time such as 30 s, 15 min or 90 days, not 30s
          limits: { memory: 1 GB }           | 3: limits.memory: must be a size such as 512 MB, not 1 GB
          limits: { batch: many }            | 3: limits.batch: must be a whole number
          limits: { batch: 99999999999 }     | 3: limits.batch: For input string: "99999999999"
          uses: { egress: yes }              | 3: uses.egress: must be true or false
          uses: { database: all }            | 3: uses.database: must be read, write, read-write, erase, not all
          uses: { tables: { A b: read } }    | 3: uses.tables.A b: must be a name such as contact-key, not A b
          uses: { tables: { a: [read] } }    | 3: uses.tables.a: must be a text
          ids: { "/a/{id}": nobody }         | 3: ids./a/{id}: must be person, team or everybody, not nobody
          http: { "GET leads": public }      | 3: http.GET leads: must be a route such as GET /leads/{id}, not GET leads
          http: { "GET /a": anyone }         | 3: http.GET /a: must be public, session, signed-in or a scope such as marketplace:write, not anyone
          http: {}                           | 3: http: must name a route
          trigger: { events: [] }            | 3: trigger.events: must name an event
          trigger: {}                        | 3: trigger: must be one of events, schedule and bucket, or the word on-demand
          trigger: sometimes                 | 3: trigger: must hold keys and values
          trigger: { schedule: hourly }      | 3: trigger.schedule: must be a schedule such as rate(15 minutes) or cron(0 6 * * ? *), not hourly
          purpose: Again.                    | 3: purpose: is there twice
          order-by: ${field}                 | 3: must not use expressions: ${field}
          emits: &all [A]                    | 3: must not use anchors
          ? [a]                              | 3: must have plain words as keys
          emits: [A                          | 4: is not YAML: expected ',' or ']', but got :
          """)
  void saysFileLineAndKeyOfAMistake(String line, String problem) {
    Checkout checkout = Checkout.in(root);
    String yaml = "purpose: A.\nerror-impact: B.\n" + line + "\n";

    checkout.function("acquisition", "score-lead", "ScoreLead", withoutTrigger(yaml));

    assertThatExceptionOfType(BadManifests.class)
        .isThrownBy(checkout::read)
        .satisfies(
            bad ->
                assertThat(bad.problems())
                    .extracting(Problem::toString)
                    .contains("functions/acquisition/score-lead/function.yaml:" + problem.strip()));
  }

  @Test
  void tellsEveryMistakeOfEveryFileAtOnce() {
    Checkout checkout = Checkout.in(root).context("acquisition", "tables: { a: {} }\nsize: 3\n");

    checkout.function("acquisition", "score-lead", "ScoreLead", "");

    assertThatExceptionOfType(BadManifests.class)
        .isThrownBy(checkout::read)
        .withMessage(
            """
            functions/acquisition/context.yaml:2: size: is not a key here; known are \
            browser-origins, buckets, database, indices, keys, purpose, secrets, tables
            functions/acquisition/context.yaml:1: purpose: is missing
            functions/acquisition/context.yaml:1: tables.a.key: is missing
            functions/acquisition/score-lead/function.yaml:1: is empty\
            """);
  }

  @Test
  void refusesASecondTrigger() {
    Checkout checkout = Checkout.in(root);
    String yaml = Checkout.SEARCH_LEADS + "trigger: on-demand\n";

    checkout.function("marketplace", "search-leads", "SearchLeads", yaml);

    assertThatExceptionOfType(BadManifests.class)
        .isThrownBy(checkout::read)
        .withMessageContaining("trigger: must not stand beside http");
  }

  @Test
  void refusesSentencesWithoutEndAndKeysOfUnknownTypes() {
    Checkout checkout =
        Checkout.in(root)
            .context("marketplace", "purpose: Sells\nkeys: { k: { type: RSA, usage: SIGN } }\n");

    assertThatExceptionOfType(BadManifests.class)
        .isThrownBy(checkout::read)
        .withMessageContaining("purpose: must be a sentence that ends with a full stop")
        .withMessageContaining("keys.k.type: must be one of [RSA_2048, SYMMETRIC_DEFAULT], not RSA")
        .withMessageContaining("keys.k.usage: must be one of");
  }

  @Test
  void findsNothingWhereThereAreNoFunctions() {
    Repository repository = Manifests.read(root);

    assertThat(repository.functions()).isEmpty();
    assertThat(repository.context("acquisition")).isEmpty();
    assertThat(repository.function("acquisition-score-lead")).isEmpty();
  }

  @Test
  void findsFunctionsByTheirIdAndKnowsTheirArtefact() {
    Repository repository = Checkout.in(root).read();
    FunctionId id = new FunctionId("acquisition", "score-lead");

    assertThat(repository.function(id)).isEqualTo(repository.function("acquisition-score-lead"));
    assertThat(repository.artefact(id))
        .isEqualTo(root.resolve("functions/acquisition/score-lead/target/function"));
    assertThat(id.handlerClass()).isEqualTo("com.aiqleads.acquisition.scorelead.ScoreLeadHandler");
  }

  private Trigger triggerOf(String yaml) {
    return withTrigger(yaml).trigger();
  }

  private FunctionManifest withTrigger(String yaml) {
    Checkout checkout = Checkout.in(root);
    String whole = "purpose: A.\nerror-impact: B.\n" + yaml;
    checkout.function("acquisition", "score-lead", "ScoreLead", whole);
    return functionOf(checkout, "acquisition-score-lead");
  }

  private static FunctionManifest functionOf(Checkout checkout, String id) {
    return checkout.read().function(id).orElseThrow();
  }

  private static String withoutTrigger(String yaml) {
    return yaml.contains("trigger") || yaml.contains("http") ? yaml : yaml + "trigger: on-demand\n";
  }
}
