package com.aiqleads.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.http.Problem;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.platform.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The document of this checkout.
class WrittenDocumentTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  @TempDir Path folder;

  @Test
  void isValidOpenApi() throws IOException {
    assertThat(complaints(write())).isEmpty();
  }

  @Test
  void wouldNotBeValidWithoutResponses() throws IOException {
    assertThat(complaints(write().replace("\"responses\"", "\"answers\""))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void saysOfEachRouteWhoMayCall(Route route) throws IOException {
    JsonNode operation =
        document().path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));

    assertThat(operation.path("summary").asText()).isNotBlank();
    assertThat(operation.path("security").isEmpty())
        .isEqualTo(route.access() instanceof RouteAccess.Public);
    if (route.access() instanceof RouteAccess.Scope scope) {
      assertThat(operation.at("/security/0/token/0").asText()).isEqualTo(scope.text());
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void asksOnlyForScopesThatSomeRoleHas(Route route) {
    if (route.access() instanceof RouteAccess.Scope scope) {
      assertThat(Scope.of(scope.text())).isPresent();
    }
  }

  @Test
  void describesProblemsAsTheyAre() throws IOException {
    JsonNode schemas = document().at("/components/schemas");

    assertThat(schemas.at("/Problem/properties").fieldNames())
        .toIterable()
        .containsExactly(components(Problem.class));
    assertThat(schemas.at("/WrongField/properties").fieldNames())
        .toIterable()
        .containsExactly(components(WrongField.class));
  }

  static Stream<Route> routes() {
    return Manifests.read(ROOT).functions().stream()
        .filter(DescribedFunction::isForPrograms)
        .map(FunctionManifest::routes)
        .flatMap(List::stream);
  }

  private static List<String> complaints(String document) {
    ParseOptions strict = new ParseOptions();
    strict.setResolve(true);
    return new OpenAPIV3Parser().readContents(document, null, strict).getMessages();
  }

  private static JsonNode document() throws IOException {
    return WriteDocument.document(ROOT);
  }

  private String write() throws IOException {
    Path file = folder.resolve("openapi.json");
    WriteDocument.main(ROOT.toString(), file.toString());
    assertThat(new JsonMapper().readTree(file.toFile())).isEqualTo(document());
    return Files.readString(file);
  }

  private static String[] components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> component.getName())
        .toArray(String[]::new);
  }
}
