package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoNotCallSiteTest {

  private final Sandbox sandbox = Sandbox.start(0, 7, 1);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    sandbox.close();
    client.close();
  }

  @Test
  void threeOfTenNumbersStandOnTheListOfTheirAreaAndAlwaysTheSame() throws Exception {
    List<String> rows = rows(list("305"));

    assertThat(rows).isSorted().doesNotHaveDuplicates().allMatch(row -> row.startsWith("305,95"));
    assertThat(rows.size()).isBetween(5_500, 6_500);
    assertThat(rows(list("305"))).isEqualTo(rows);
    try (Sandbox other = Sandbox.start(0, 8, 1)) {
      assertThat(rows(get(other, "/donotcall/full/305.zip", login()))).isNotEqualTo(rows);
    }
    assertThat(control("").body()).contains("\"305\":2");
  }

  @Test
  void isToldWhoStandsOnIt() throws Exception {
    control("number=%2B1(305)958-2368&off=3059582369");
    assertThat(rows(list("305"))).contains("305,9582368").doesNotContain("305,9582369");

    control("off=3059582368&number=3059582369");
    assertThat(rows(list("305"))).contains("305,9582369").doesNotContain("305,9582368");

    assertThat(control("number=3055550123").statusCode()).isEqualTo(400);
    assertThat(control("fault=unheard-of").statusCode()).isEqualTo(400);
    assertThat(control("nothing=1").statusCode()).isEqualTo(400);
    assertThat(control("nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void subscribersSignInAndAskForWholeAreas() throws Exception {
    assertThat(get(sandbox, "/donotcall/full/305.zip", "Basic bm9ib2R5").statusCode())
        .isEqualTo(401);
    assertThat(get(sandbox, "/donotcall/full/105.zip", login()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"too-soon,429,text/plain", "unavailable,503,text/plain", "signed-out,200,text/html"})
  void refusesAsTheRegistryDoes(String fault, int status, String type) throws Exception {
    control("fault=" + fault);

    HttpResponse<byte[]> answer = list("305");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
    control("fault=none");
    assertThat(rows(list("305"))).isNotEmpty();
  }

  @Test
  void canBeWrongInOtherWays() throws Exception {
    int all = rows(list("305")).size();
    int bytes = list("305").body().length;

    assertThat(with("truncated").body()).hasSize(bytes * 2 / 3);
    assertThat(rows(with("halved")).size()).isLessThan(all / 2);
    assertThat(rows(with("two-files")).size()).isLessThan(all / 2);
    assertThat(files(with("two-files"))).isEqualTo(2);
    assertThat(rows(with("empty"))).isEmpty();
    assertThat(rows(with("other-area"))).hasSize(all).allMatch(row -> row.startsWith("999,"));
    assertThat(rows(with("xml"))).containsExactly("<list type='full'><ac val='305'></ac></list>");
    assertThat(with("undated").headers().firstValue("last-modified")).isEmpty();
    assertThat(with("old").headers().firstValue("last-modified")).isPresent();
  }

  @Test
  void canStallInTheMiddleOfAList() throws Exception {
    control("fault=stalled");
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.baseUri().resolve("/donotcall/full/305.zip"))
            .header("Authorization", login())
            .build();

    try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(body.readNBytes(4)).startsWith('P', 'K');
      control("fault=none");
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
    assertThat(rows(list("305"))).isNotEmpty();
  }

  private HttpResponse<byte[]> with(String fault) throws Exception {
    control("fault=" + fault);
    return list("305");
  }

  private HttpResponse<byte[]> list(String area) throws Exception {
    return get(sandbox, "/donotcall/full/" + area + ".zip", login());
  }

  private HttpResponse<byte[]> get(Sandbox from, String path, String login) throws Exception {
    return client.send(
        HttpRequest.newBuilder(from.baseUri().resolve(path)).header("Authorization", login).build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> control(String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sandbox.baseUri().resolve("/control/do-not-call"));
    return client.send(
        (form.isEmpty() ? request : request.POST(BodyPublishers.ofString(form))).build(),
        BodyHandlers.ofString());
  }

  private static String login() {
    String text = Sandbox.DO_NOT_CALL_USER + ":" + Sandbox.DO_NOT_CALL_PASSWORD;
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rows(HttpResponse<byte[]> answer) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(zip.getNextEntry()).isNotNull();
      return new String(zip.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  private static int files(HttpResponse<byte[]> answer) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      int files = 0;
      while (zip.getNextEntry() != null) {
        files++;
      }
      return files;
    }
  }
}
