package com.aiqleads.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDocumentTest {

  private static final String TWO_ROUTES =
      """
      {"paths": {
        "/leads": {"get": {"operationId": "search", "responses": {"200": {"description": "ok"}}}},
        "/leads/{id}": {"get": {"operationId": "lead", "responses": {}},
                        "post": {"operationId": "hold", "responses": {}}}},
       "components": {"schemas": {"LeadView": {"properties": {"city": {"nullable": true}}}}}}""";

  @TempDir Path root;

  @Test
  void takesWhoMayCallFromTheManifest() throws IOException {
    JsonNode merged = merge(leads(TWO_ROUTES));

    assertThat(merged.at("/paths/~1leads/get/security")).isEqualTo(json("[]"));
    assertThat(merged.at("/paths/~1leads~1{id}/get/security")).isEqualTo(json("[{\"token\": []}]"));
    assertThat(merged.at("/paths/~1leads~1{id}/post/security"))
        .isEqualTo(json("[{\"token\": [\"marketplace:write\"]}]"));
  }

  @Test
  void keepsWhatTheCodeSaysAndAddsTheProblem() throws IOException {
    JsonNode responses = merge(leads(TWO_ROUTES)).at("/paths/~1leads/get/responses");

    assertThat(responses.at("/200/description").asText()).isEqualTo("ok");
    assertThat(responses.at("/default/$ref").asText()).isEqualTo("#/components/responses/Problem");
  }

  @Test
  void saysInWordsWhatTheCompilerCounts() throws IOException {
    String counted = TWO_ROUTES.replace("\"ok\"", "\"search 200 response\"");

    assertThat(merge(leads(counted)).at("/paths/~1leads/get/responses/200/description").asText())
        .isEqualTo("Done.");
  }

  @Test
  void promisesNoNull() throws IOException {
    assertThat(merge(leads(TWO_ROUTES)).at("/components/schemas/LeadView/properties/city"))
        .isEqualTo(json("{}"));
  }

  @Test
  void takesTheShapeOfKernelTypesFromTheirOwnPage() throws IOException {
    JsonNode kernel =
        json("{\"LeadView\": {\"type\": \"string\"}, \"Unused\": {\"type\": \"string\"}}");

    JsonNode merged = ApiDocument.merge(json("{}"), kernel, List.of(leads(TWO_ROUTES)));

    assertThat(merged.at("/components/schemas"))
        .isEqualTo(json("{\"LeadView\": {\"type\": \"string\"}}"));
  }

  @Test
  void refusesARouteThatNobodyAnswers() {
    assertThatThrownBy(() -> merge(leads("{\"paths\": {}}")))
        .hasMessage(
            "marketplace-trade-leads declares GET /leads, which none of its controllers answers");
  }

  @Test
  void refusesARouteThatNobodyDeclares() {
    assertThatThrownBy(() -> merge(leads("{\"paths\": {\"/secret\": {\"get\": {}}}}")))
        .hasMessage(
            "marketplace-trade-leads answers GET /secret, which its manifest does not declare");
  }

  @Test
  void refusesTwoOperationsOfOneName() {
    assertThatThrownBy(() -> merge(leads(TWO_ROUTES.replace("\"hold\"", "\"lead\""))))
        .hasMessage("two operations are called lead: rename a method");
  }

  @Test
  void refusesTwoSchemasOfOneName() {
    JsonNode frame =
        json("{\"components\": {\"schemas\": {\"LeadView\": {\"type\": \"object\"}}}}");

    assertThatThrownBy(() -> ApiDocument.merge(frame, json("{}"), List.of(leads(TWO_ROUTES))))
        .hasMessage("two different schemas are called LeadView");
  }

  @Test
  void saysWhichFunctionIsMissing() throws IOException {
    writeManifest();

    assertThatThrownBy(() -> WriteDocument.document(root))
        .hasMessage(
            "marketplace-trade-leads does not describe its routes:"
                + " add it to shared/openapi/pom.xml");
  }

  private static JsonNode merge(DescribedFunction function) {
    return ApiDocument.merge(json("{}"), json("{}"), List.of(function));
  }

  private DescribedFunction leads(String document) throws IOException {
    writeManifest();
    FunctionManifest manifest = Manifests.read(root).functions().getFirst();
    return new DescribedFunction(manifest, json(document));
  }

  private void writeManifest() throws IOException {
    Path context = Files.createDirectories(root.resolve("functions/marketplace"));
    Files.writeString(context.resolve("context.yaml"), "purpose: Sells leads.\n");
    Path function = Files.createDirectories(context.resolve("trade-leads"));
    Files.writeString(
        function.resolve("function.yaml"),
        """
        purpose: Finds leads.
        error-impact: Nobody finds leads.
        http:
          "GET /leads": public
          "GET /leads/{id}": signed-in
          "POST /leads/{id}": marketplace:write
        """);
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
