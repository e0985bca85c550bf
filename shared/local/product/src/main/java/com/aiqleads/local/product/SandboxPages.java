package com.aiqleads.local.product;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.local.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// All pages of a sandbox that hold listings, taken at once and without its faults.
final class SandboxPages {

  /// One kept page.
  record Page(String source, String url, String contentType, String body) {

    String hash() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }

    String key() {
      return source + "/" + hash().substring(0, 2) + "/" + hash() + ".gz";
    }

    byte[] zipped() {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
        gzip.write(bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return target.toByteArray();
    }

    /// The message that scrape-fsbo would have sent.
    Map<String, ?> message(String market) {
      String eventId = new EventId(UUID.randomUUID()).text();
      String correlation = new CorrelationId(UUID.randomUUID()).text();
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      Map<String, ?> data =
          Map.of(
              "pageId", new PageId(UUID.randomUUID()).text(),
              "source", source,
              "market", market,
              "url", url,
              "snapshotKey", key(),
              "contentType", contentType,
              "contentHash", hash(),
              "fetchedAt", now);
      return Map.of(
          "eventId", eventId,
          "event", "PageFetched",
          "version", 1,
          "occurredAt", now,
          "correlationId", correlation,
          "data", data);
    }
  }

  private static final int FIRST_ID = 546_000;
  private static final int LIMIT = 50;
  private static final List<String> METROS =
      List.of("Miami, FL", "Austin, TX", "Phoenix, AZ", "Atlanta, GA", "Denver, CO");

  private SandboxPages() {}

  static List<Page> of(int homes) {
    List<Page> pages = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, homes)) {
      ApiClient site = new ApiClient(sandbox.baseUri());
      site.post("/control/faults?fault=schedule&on=false", new byte[0]);
      for (int id = FIRST_ID; id < FIRST_ID + homes; id++) {
        String path = "/fsbo/listings/listings/show/id/" + id + "/";
        HttpResponse<byte[]> answer = site.get(path);
        if (answer.statusCode() == 200) {
          pages.add(
              new Page("fsbo", sandbox.baseUri() + path, "text/html; charset=utf-8", text(answer)));
        }
      }
      METROS.forEach(metro -> addSearches(site, sandbox.baseUri().toString(), metro, pages));
    }
    return pages;
  }

  private static void addSearches(ApiClient site, String base, String metro, List<Page> pages) {
    String words = metro.replace(" ", "%20").replace(",", "%2C");
    String slug =
        site.json("/forsalebyowner/search/autocomplete?searchString=" + words)
            .path(0)
            .path("_source")
            .path("slug")
            .asText();
    int count = 1;
    for (int number = 1; number <= count; number++) {
      HttpResponse<byte[]> answer =
          site.post(
              "/forsalebyowner/search/listings",
              ApiClient.bytes(
                  Map.of("listing_search", Map.of("slug", slug, "page", number, "limit", LIMIT))));
      JsonNode json = ApiClient.read(answer);
      count = json.path("data").path("paging").path("totalPageCount").asInt();
      pages.add(
          new Page(
              "forsalebyowner",
              base + "/forsalebyowner/search/listings#" + slug + "-" + number,
              "application/json",
              text(answer)));
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
