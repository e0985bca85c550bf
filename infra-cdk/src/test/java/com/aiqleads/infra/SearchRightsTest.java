package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.FunctionManifest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The embedded index lets everybody do everything; the deployed one what docs/deploy.md puts into
/// it. So the calls of our code are held against that, by what OpenSearch's own groups allow.
class SearchRightsTest {

  /// A call that is not about one index, and the groups of actions of which it needs one.
  private static final Map<String, Set<String>> OF_THE_CLUSTER =
      Map.of(
          "/_msearch", Set.of("cluster_composite_ops_ro", "cluster_composite_ops"),
          "/_bulk", Set.of("cluster_composite_ops"),
          "/_aliases", Set.of("cluster_composite_ops"),
          "/_cluster/health", Set.of("cluster_monitor"));

  private static final Map<String, Set<String>> OF_INDICES =
      Map.of(
          "/_refresh", Set.of("manage"),
          "/_search", Set.of("read", "crud"),
          "/_alias", Set.of("manage", "manage_aliases"));

  private static final Pattern INDEX =
      Pattern.compile("static final String [A-Z_]+ = \"([a-z-]+)\"");

  private static final Pattern CALL = Pattern.compile("\"(/_[a-z_]+(?:/[a-z]+)?)[\"?]");

  @Test
  void areKnownOfEveryCall() {
    Set<String> known = new TreeSet<>(OF_THE_CLUSTER.keySet());
    known.addAll(OF_INDICES.keySet());

    assertThat(calls("shared/marketplace-store", "functions")).isEqualTo(known);
  }

  @Test
  void letWhoOnlyReadsSearchAndAskForTheClustersHealth() {
    JsonNode reader = role("leads-reader");

    allows(reader.path("cluster_permissions"), OF_THE_CLUSTER, "/_msearch");
    for (FunctionManifest function : Synthesized.REPOSITORY.functions()) {
      if (function.uses().search() == Access.READ) {
        calls(function.id().folder())
            .forEach(call -> allows(reader.path("cluster_permissions"), OF_THE_CLUSTER, call));
      }
    }
    assertThat(calls("functions/platform/check-health")).containsExactly("/_cluster/health");
  }

  @Test
  void letWhoWritesFillAndSwitchIndices() {
    JsonNode writer = role("leads-writer");

    for (String call : calls("shared/marketplace-store")) {
      JsonNode groups =
          OF_THE_CLUSTER.containsKey(call)
              ? writer.path("cluster_permissions")
              : writer.at("/index_permissions/0/allowed_actions");
      allows(groups, OF_THE_CLUSTER.containsKey(call) ? OF_THE_CLUSTER : OF_INDICES, call);
    }
  }

  @Test
  void reachEveryIndex() {
    Path store =
        Synthesized.ROOT.resolve(
            "shared/marketplace-store/src/main/java/com/aiqleads/marketplace/store/SearchStore.java");
    JsonNode patterns = role("leads-writer").at("/index_permissions/0/index_patterns");

    assertThat(INDEX.matcher(text(store)).results().map(found -> found.group(1) + "*"))
        .isNotEmpty()
        .allSatisfy(
            index -> assertThat(Synthesized.each(patterns).map(JsonNode::asText)).contains(index));
  }

  private static void allows(JsonNode groups, Map<String, Set<String>> needed, String call) {
    assertThat(needed).as("who may %s", call).containsKey(call);
    assertThat(Synthesized.each(groups).map(JsonNode::asText))
        .as("for %s", call)
        .containsAnyElementsOf(needed.get(call));
  }

  private static JsonNode role(String name) {
    Matcher body =
        Pattern.compile("(?s)put roles/" + name + " '(.*?)'")
            .matcher(text(Synthesized.ROOT.resolve("docs/deploy.md")));
    assertThat(body.find()).isTrue();
    try {
      return Synthesized.JSON.readTree(body.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + name, e);
    }
  }

  private static Set<String> calls(String... folders) {
    return Stream.of(folders)
        .flatMap(SearchRightsTest::sources)
        .flatMap(file -> CALL.matcher(text(file)).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> sources(String folder) {
    Path root = Synthesized.ROOT.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(it -> it.toString().endsWith(".java") && it.toString().contains("/src/main/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot walk " + root, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
