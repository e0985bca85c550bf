package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.FsboResults;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// forsalebyowner.com: a name becomes a slug, and the slug's pages of results hold whole listings.
record ForSaleByOwnerSite(SourcePolicy policy, ObjectMapper json) implements Site {

  static final String SOURCE = "forsalebyowner";

  private static final int PAGE_SIZE = 50;
  private static final int MAX_PAGES = 500;
  private static final Pattern POSITION = Pattern.compile("\"slug\":\"(.*)\",\"page\":(\\d+)");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

  @Override
  public PageRequest start(Market market) {
    String place = URLEncoder.encode(market.place(), StandardCharsets.UTF_8);
    return PageRequest.get(policy.baseUrl().resolve("search/autocomplete?searchString=" + place));
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    JsonNode answer = parsed(page);
    if (answer == null) {
      Found left = page.request().isPost() ? Found.answer(List.of()) : Found.nothing();
      return FsboResults.obstacle(page.body().asUtf8(), page.url().toString())
          .map(Found::refused)
          .orElse(left);
    }
    return page.request().isPost() ? results(page.request(), answer) : suggestions(answer);
  }

  private Found suggestions(JsonNode answer) {
    for (JsonNode suggestion : answer.values()) {
      String slug = text(child(suggestion, "_source", "slug"));
      if (SLUG.matcher(slug).matches()) {
        return Found.step(search(slug, 1));
      }
    }
    return Found.nothing();
  }

  private Found results(PageRequest request, JsonNode answer) {
    Matcher position = POSITION.matcher(request.body());
    JsonNode pages = child(answer, "data", "paging", "totalPageCount");
    if (!position.find() || pages == null || !pages.isNumber()) {
      return Found.answer(List.of());
    }
    int next = Integer.parseInt(position.group(2)) + 1;
    boolean more = next <= Math.min(pages.getIntValue(), MAX_PAGES);
    return Found.answer(more ? List.of(search(position.group(1), next)) : List.of());
  }

  private PageRequest search(String slug, int page) {
    URI url = policy.baseUrl().resolve("search/listings");
    return PageRequest.json(
        url,
        "{\"listing_search\":{\"slug\":\"%s\",\"page\":%d,\"limit\":%d}}"
            .formatted(slug, page, PAGE_SIZE));
  }

  private @Nullable JsonNode parsed(FetchedPage page) {
    try {
      return json.readValue(page.body().toArray(), JsonNode.class);
    } catch (IOException _) {
      return null;
    }
  }

  private static @Nullable JsonNode child(@Nullable JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at == null || !at.isObject() ? null : at.get(name);
    }
    return at;
  }

  private static String text(@Nullable JsonNode node) {
    return node != null && node.isString() ? node.getStringValue() : "";
  }
}
