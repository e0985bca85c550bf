package com.aiqleads.acquisition.validatelead;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.local.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All pages of the sandbox with listings on them, read: those of fsbo.com have one each, the
/// answers of forsalebyowner.com have fifty.
final class SandboxMarket {

  private static final int FIRST_ID = 546_000;
  private static final int LIMIT = 50;
  private static final List<String> SLUGS =
      List.of("miami-fl", "austin-tx", "phoenix-az", "atlanta-ga", "denver-co");
  private static final Instant SEEN_AT = Instant.parse("2026-11-20T10:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;

  private SandboxMarket(URI site) {
    this.site = site;
  }

  static List<List<ListingParsed>> pages(int homes) {
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, homes)) {
      SandboxMarket market = new SandboxMarket(sandbox.baseUri());
      market.post("/control/faults?fault=schedule&on=false", "");
      List<List<ListingParsed>> pages = new ArrayList<>();
      for (int id = FIRST_ID; id < FIRST_ID + homes; id++) {
        market.read(Source.FSBO, "/fsbo/listings/listings/show/id/" + id + "/", null, pages);
      }
      SLUGS.forEach(slug -> market.searched(slug, pages));
      return pages;
    }
  }

  private void searched(String slug, List<List<ListingParsed>> pages) {
    boolean more = true;
    for (int number = 1; more; number++) {
      String question =
          "{\"listing_search\":{\"slug\":\"%s\",\"page\":%d,\"limit\":%d}}"
              .formatted(slug, number, LIMIT);
      more = read(Source.FORSALEBYOWNER, "/forsalebyowner/search/listings", question, pages);
    }
  }

  /// Whether there was anything on it.
  private boolean read(
      Source source, String path, @Nullable String question, List<List<ListingParsed>> pages) {
    HttpResponse<String> answer = question == null ? get(path) : post(path, question);
    if (answer.statusCode() != 200) {
      return false;
    }
    Page page = new Page(source, site + path, answer.body(), SEEN_AT);
    if (!(PageParser.of(source).read(page) instanceof Read read) || read.listings().isEmpty()) {
      return false;
    }
    pages.add(read.listings().stream().map(SandboxMarket::event).toList());
    return true;
  }

  private static ListingParsed event(ParsedListing parsed) {
    return new ListingParsed(
        parsed.listing().id(),
        new PageId(Ids.derived("page", parsed.listing().url())),
        "bench/snapshot.gz",
        PageParser.of(parsed.listing().source()).version(),
        "bench",
        ToEvent.listing(parsed.listing()),
        ToEvent.address(parsed.address()),
        parsed.location(),
        ToEvent.contact(parsed.contact()),
        parsed.particulars().otherId(),
        parsed.particulars().sellerUrl(),
        ToEvent.conflicts(parsed.particulars().conflicts()),
        ToEvent.particulars(parsed.particulars()));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(site.resolve(path)).build());
  }

  private HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
