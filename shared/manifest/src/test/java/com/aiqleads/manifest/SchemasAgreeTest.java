package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Editors use the JSON Schemas, the build uses the parser: both must take and refuse the same.
class SchemasAgreeTest {

  private static final String START = "purpose: A.\nerror-impact: B.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        Checkout.SCORE_LEAD,
        Checkout.RESOLVE_LEAD,
        Checkout.SEARCH_LEADS,
        START + "trigger: on-demand",
        START + "trigger: { bucket: platform/issuer }",
        START + "trigger: { schedule: \"cron(0,30 6 * * ? *)\" }",
        START + "trigger: { schedule: rate(1 hour) }",
        START + "http: { \"GET /\": public, \"POST /a/{b}/{proxy+}\": session }",
        START + "http: { \"DELETE /{proxy+}\": signed-in }",
        START + "http: { \"GET /a/{b}\": signed-in }\nids: { \"/a/{b}\": person }",
        START + "trigger: { events: [A.v2] }\nexternal-events: [B]\norder-by: conversation",
        START + "trigger: on-demand\nuses: { secrets: [a], keys: [b-2], egress: false }",
        START + "trigger: on-demand\nlimits: { timeout: 15 min, window: 0 s, batch: 3 }",
      })
  void bothTakeGoodFunctions(String yaml) {
    assertThat(parserTakesFunction(yaml)).isTrue();
    assertThat(schemaTakes("function", yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        START,
        "purpose: A.\ntrigger: on-demand",
        "purpose: A\nerror-impact: B.\ntrigger: on-demand",
        START + "trigger: never",
        START + "trigger: {}",
        START + "trigger: { events: [] }",
        START + "trigger: { events: [A, A] }",
        START + "trigger: { events: [a] }",
        START + "trigger: { events: [A.v1] }",
        START + "trigger: { events: [A], bucket: b }",
        START + "trigger: { schedule: rate(1 minutes) }",
        START + "trigger: { schedule: rate(2 hour) }",
        START + "trigger: { schedule: cron(0 6 * *) }",
        START + "trigger: on-demand\nhttp: { \"GET /\": public }",
        START + "http: {}",
        START + "http: { \"GET\": public }",
        START + "http: { \"FETCH /a\": public }",
        START + "http: { \"GET /a/\": public }",
        START + "http: { \"GET /{proxy+}/b\": public }",
        START + "http: { \"GET /a\": everyone }",
        START + "http: { \"GET /a/{b}\": signed-in }\nids: { \"/a/{b}\": nobody }",
        START + "trigger: on-demand\ncolor: red",
        START + "trigger: on-demand\nuses: { color: red }",
        START + "trigger: on-demand\nuses: { search: none }",
        START + "trigger: on-demand\nuses: { tables: { a: full } }",
        START + "trigger: on-demand\nuses: { tables: { a/b/c: read } }",
        START + "trigger: on-demand\nuses: { egress: sometimes }",
        START + "trigger: on-demand\nlimits: { memory: 1 GB }",
        START + "trigger: on-demand\nlimits: { batch: ten }",
        START + "trigger: on-demand\nlimits: { timeout: 10 }",
        START + "trigger: on-demand\nlimits: { retries: 10 }",
      })
  void bothRefuseBadFunctions(String yaml) {
    assertThat(parserTakesFunction(yaml)).isFalse();
    assertThat(schemaTakes("function", yaml)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Checkout.ACQUISITION,
        "purpose: A.",
        "purpose: A.\ntables: { a: { key: id, sort: at } }\nbuckets: { b: {} }\nsecrets: { c: {} }",
        "purpose: A.\nindices: { leads: What is on sale. }",
        "purpose: A.\nbrowser-origins: { local: [\"http://localhost:3000\"], prod: [] }",
      })
  void bothTakeGoodContexts(String yaml) {
    assertThat(parserTakesContext(yaml)).isTrue();
    assertThat(schemaTakes("context", yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database: a",
        "purpose: A.\ndatabase: A b",
        "purpose: A.\ntables: { a: {} }",
        "purpose: A.\ntables: { a: { key: id, size: 3 } }",
        "purpose: A.\nbuckets: { b: { expires-after: soon } }",
        "purpose: A.\nsecrets: { c: { bytes: many } }",
        "purpose: A.\nkeys: { k: { type: RSA_2048 } }",
        "purpose: A.\nkeys: { k: { type: RSA, usage: SIGN_VERIFY } }",
        "purpose: A.\nindices: { leads: no sentence }",
        "purpose: A.\nqueues: {}",
        "purpose: A.\nbrowser-origins: { test: [] }",
        "purpose: A.\nbrowser-origins: { prod: [\"*\"] }",
        "purpose: A.\nbrowser-origins: { prod: [\"http://example.com\"] }",
        "purpose: A.\nbrowser-origins: { prod: [\"https://example.com/\"] }",
      })
  void bothRefuseBadContexts(String yaml) {
    assertThat(parserTakesContext(yaml)).isFalse();
    assertThat(schemaTakes("context", yaml)).isFalse();
  }

  private static boolean parserTakesFunction(String yaml) {
    List<Problem> problems = new ArrayList<>();
    FunctionReader.read(new FunctionId("acquisition", "score-lead"), yaml, problems);
    return problems.isEmpty();
  }

  private static boolean parserTakesContext(String yaml) {
    List<Problem> problems = new ArrayList<>();
    ContextReader.read("acquisition", yaml, problems);
    return problems.isEmpty();
  }

  private static boolean schemaTakes(String name, String yaml) {
    Object json = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(SchemaLocation.of("classpath:com/aiqleads/manifest/" + name + ".schema.json"))
        .validate(new ObjectMapper().valueToTree(json))
        .isEmpty();
  }
}
