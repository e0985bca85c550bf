package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.kernel.ListingId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// forsalebyowner.com: one JSON answer of the search, many advertisements.
final class ForSaleByOwnerParser implements PageParser {

  /// The site sends 50.
  static final int MAX_ITEMS = 200;

  private static final Pattern LISTING_PATH =
      Pattern.compile("/listing/[^/]{1,300}/([A-Za-z0-9_-]{1,100})/?$");
  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);

  @Override
  public String version() {
    return "forsalebyowner-4";
  }

  @Override
  public PageReading read(Page page) {
    Optional<Json> answer = Json.parse(page.text());
    if (answer.isEmpty()) {
      return Html.parse(page.text(), page.url())
          .map(Obstacles::in)
          .map(state -> new Refused(state, PageRefusal.of(state)))
          .orElseGet(() -> new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
    }
    PageState state = stateOf(answer.orElseThrow());
    return state == PageState.CONTENT
        ? readAll(page, items(answer.orElseThrow().get("data")))
        : new Refused(state, PageRefusal.of(state));
  }

  /// Whatever stands between, the last part is its id.
  @Override
  public Optional<ListingId> listingAt(String url) {
    String path =
        url.length() > WebAddress.MAX_LENGTH ? "" : AFTER_PATH.matcher(url).replaceFirst("");
    Matcher listing = LISTING_PATH.matcher(path);
    return listing.find()
        ? Optional.of(Listing.idOf(Source.FORSALEBYOWNER, listing.group(1)))
        : Optional.empty();
  }

  private static PageState stateOf(Json answer) {
    Json data = answer.get("data");
    if (!answer.get("success").isTrue()) {
      return PageState.UNKNOWN;
    }
    if (items(data).findAny().isPresent()) {
      return PageState.CONTENT;
    }
    if (!data.get("listings").isArray()) {
      return PageState.UNKNOWN;
    }
    BigDecimal total = data.get("paging").get("totalItemCount").number();
    return total != null && total.signum() == 0 ? PageState.EMPTY : PageState.UNPAINTED;
  }

  /// Those of a search, or the one of an advertisement's own page; never the neighbours that the
  /// site adds to both.
  private static Stream<Json> items(Json data) {
    return data.get("id").text() == null ? data.get("listings").elements() : Stream.of(data);
  }

  private static PageReading readAll(Page page, Stream<Json> all) {
    List<Json> items = all.limit(MAX_ITEMS + 1L).toList();
    List<ParsedListing> listings = new ArrayList<>();
    List<RefusedListing> refused = new ArrayList<>();
    Set<ListingId> seen = new HashSet<>();
    items.stream()
        .limit(MAX_ITEMS)
        .map(item -> new ForSaleByOwnerItem(item, page))
        .filter(item -> seen.add(item.id()))
        .forEach(
            item ->
                item.refusal()
                    .ifPresentOrElse(
                        reason -> refused.add(new RefusedListing(item.id(), item.url(), reason)),
                        () -> listings.add(item.parsed())));
    return new Read(listings, refused, items.size() > MAX_ITEMS);
  }
}
