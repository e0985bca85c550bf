package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropSiteTest {

  /// As the platform's documentation has it.
  private static final String PHONE = "%2B1(415)555-9317";

  private static final String PHONE_HASH = "vGM7y5n+hBXRSEAklhHDPCbysyNgYTmXdMcagGUOY8E=";

  private final Sandbox sandbox = Sandbox.start(0, 7, 1);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    sandbox.close();
    client.close();
  }

  @Test
  void preparesListsGivesThemOnceAndWaitsForAnswers() throws Exception {
    wish("phone=" + PHONE);
    assertThat(download().statusCode()).isEqualTo(202);

    Map<String, String> files = files(download());

    assertThat(files.keySet())
        .containsExactly(
            "20261101_4821_Email.csv", "20261101_4821_NDZ.csv", "20261101_4821_Phone.csv");
    assertThat(files.get("20261101_4821_Email.csv")).isEqualTo("ID,Hash\r\n");
    String row = firstRow(files, "Phone");
    assertThat(row).matches("[A-Za-z0-9]{12},.*").endsWith(PHONE_HASH);
    assertThat(download().statusCode()).isEqualTo(409);
    String id = row.substring(0, 12);
    assertThat(upload("20261101_4821_Phone_part1.csv", "Id,Status\r\n" + id + ",3").statusCode())
        .isEqualTo(202);
    assertThat(told()).contains("\"status\":\"3\"");
    assertThat(text(download())).contains("No new");
    assertThat(upload("20261101_4821_Phone_part2.csv", "Id,Status\r\n" + id + ",3").statusCode())
        .isEqualTo(409);
  }

  @Test
  void refusesAnswersOfAnotherForm() throws Exception {
    wish("phone=" + PHONE + "&email=dana%40letterbox.example&ndz=x");
    download();
    String row = firstRow(files(download()), "NDZ").substring(0, 12) + ",5";

    assertThat(text(upload("Phone.csv", "Id,Status\r\n" + row))).contains("another name");
    assertThat(text(upload("20261101_4821_NDZ.csv", "ID,Status\r\n" + row)))
        .contains("Invalid CSV header");
    assertThat(text(upload("20261101_4821_NDZ.csv", "Id,Status\r\n" + row + "0")))
        .contains("another form");
    assertThat(text(upload("20261101_4821_NDZ.csv", "Id,Status\r\n" + row)))
        .contains("\"acceptedCount\":1");
    assertThat(text(upload("20261101_4821_NDZ.csv", "Id,Status\r\n" + row)))
        .contains("already uploaded");
    assertThat(send(request("/drop/data/upload").POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void tellsWhoTookItBack() throws Exception {
    wish("email=dana%40letterbox.example");
    download();
    String row = firstRow(files(download()), "Email");
    upload("20261101_4821_Email.csv", "Id,Status\r\n" + row.substring(0, 12) + ",5");

    wish("email=dana%40letterbox.example&withdrawn=true");
    download();

    assertThat(files(download()).get("20261101_4821_Removed.csv"))
        .isEqualTo("ID,Hash,ListType\r\n" + row + ",Email\r\n");
    assertThat(text(download())).contains("No new");
  }

  @Test
  void knowsUsByTheKey() throws Exception {
    HttpRequest.Builder stranger =
        HttpRequest.newBuilder(sandbox.baseUri().resolve("/drop/data/download"))
            .header("X-API-KEY", "somebody");

    assertThat(send(stranger).statusCode()).isEqualTo(401);
    assertThat(send(request("/drop/data/elsewhere")).statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> download() throws Exception {
    return send(request("/drop/data/download"));
  }

  private HttpResponse<byte[]> upload(String file, String rows) throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n".formatted(file)
            + "Content-Type: text/csv\r\n\r\n%s\r\n--b--\r\n".formatted(rows);
    return send(
        request("/drop/data/upload")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body)));
  }

  private void wish(String form) throws Exception {
    send(request("/control/deletions").POST(BodyPublishers.ofString(form)));
  }

  private String told() throws Exception {
    return text(send(request("/control/deletions")));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(sandbox.baseUri().resolve(path))
        .header("X-API-KEY", Sandbox.DELETION_KEY);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String firstRow(Map<String, String> files, String list) {
    return files
        .getOrDefault("20261101_4821_" + list + ".csv", "")
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> files(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
