package com.aiqleads.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.SearchService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// OpenSearch, always the embedded one.
class SearchContractTest {

  private static final String NDJSON = "application/x-ndjson";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI endpoint = new SearchService().endpoint();
  private final String index = "contract-" + UUID.randomUUID();

  @BeforeEach
  void makeIndex() {
    assertThat(
            send(
                    "PUT",
                    "/" + index,
                    """
                    {"mappings":{"dynamic":"strict","properties":{
                      "city":{"type":"keyword"},"text":{"type":"text"}}}}
                    """)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsTheNewestVersionInWhateverOrderTheyCome() {
    put("a", 2, "{\"city\":\"Miami\"}");

    HttpResponse<String> older = put("a", 1, "{\"city\":\"Austin\"}");

    assertThat(older.statusCode()).isEqualTo(409);
    assertThat(send("GET", "/" + index + "/_doc/a", "").body()).contains("Miami");
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    HttpResponse<String> answer = put("a", 1, "{\"town\":\"Miami\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("strict_dynamic_mapping_exception");
  }

  @Test
  void movesANameToAnotherIndexInOneStep() {
    String alias = "alias-" + index;
    String other = "other-" + index;
    send("PUT", "/" + other, "");
    move(alias, index, "");
    put("a", 1, "{\"city\":\"Miami\"}");
    refresh();
    assertThat(found(alias)).contains("\"value\":1");

    move(alias, other, index);

    assertThat(found(alias)).contains("\"value\":0");
  }

  @Test
  void answersEachOfSeveralSearchesForItself() {
    put("a", 1, "{\"city\":\"Miami\"}");
    refresh();

    String answer =
        send(
                "POST",
                "/_msearch",
                """
                {"index":"%s"}
                {"query":{"term":{"city":"Miami"}}}
                {"index":"no-such-index"}
                {"query":{"match_all":{}}}
                """
                    .formatted(index))
            .body();

    assertThat(answer).contains("\"status\":200", "\"status\":404", "index_not_found_exception");
  }

  private String found(String alias) {
    return send("GET", "/" + alias + "/_search?filter_path=hits.total", "").body();
  }

  private void move(String alias, String to, String from) {
    String remove =
        from.isEmpty()
            ? ""
            : "{\"remove\":{\"index\":\"%s\",\"alias\":\"%s\"}},".formatted(from, alias);
    String add = "{\"add\":{\"index\":\"%s\",\"alias\":\"%s\"}}".formatted(to, alias);
    assertThat(send("POST", "/_aliases", "{\"actions\":[" + remove + add + "]}").statusCode())
        .isEqualTo(200);
  }

  private void refresh() {
    send("POST", "/" + index + "/_refresh", "");
  }

  private HttpResponse<String> put(String id, long version, String document) {
    return send(
        "PUT",
        "/%s/_doc/%s?version=%d&version_type=external".formatted(index, id, version),
        document);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .header("content-type", path.equals("/_msearch") ? NDJSON : "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
