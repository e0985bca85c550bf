package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// fsbo.com: one HTML page, one advertisement.
final class FsboParser implements PageParser {

  private static final Pattern LISTING_PATH = Pattern.compile("/listings/show/id/(\\d+)");

  @Override
  public String version() {
    return "fsbo-4";
  }

  @Override
  public PageReading read(Page page) {
    return Html.parse(page.text(), page.url())
        .map(document -> read(page, document))
        .orElseGet(() -> new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
  }

  private static PageReading read(Page page, Document document) {
    document.forEachNode(FsboParser::makeWritable);
    List<FsboFacts> facts = FsboFacts.all(document);
    PageState state = FsboPageState.of(document, facts);
    if (state != PageState.CONTENT) {
      boolean torn = state == PageState.UNKNOWN && document.selectFirst(Html.css(".price")) != null;
      return new Refused(state, torn ? PageRefusal.MALFORMED : PageRefusal.of(state));
    }
    return own(facts, idIn(page.url()))
        .map(own -> readOne(page, FsboDetail.of(document, facts, own)))
        .orElseGet(() -> new Refused(state, PageRefusal.OTHER_LISTING));
  }

  private static void makeWritable(Node node) {
    if (node instanceof TextNode text) {
      text.text(Bounds.writable(text.getWholeText()));
    }
  }

  /// The table of the listing that was asked for; of an address without id, the page's only table.
  private static Optional<FsboFacts> own(List<FsboFacts> facts, @Nullable String asked) {
    return facts.stream()
        .filter(table -> asked == null ? facts.size() == 1 : asked.equals(table.listingId()))
        .findFirst();
  }

  private static PageReading readOne(Page page, FsboDetail detail) {
    String id = detail.facts().listingId();
    if (id == null || !Bounds.isId(id)) {
      return new Refused(PageState.CONTENT, PageRefusal.MALFORMED);
    }
    if (detail.isEnded()) {
      return new Refused(PageState.GONE, PageRefusal.GONE);
    }
    if (detail.isUnderContract()) {
      return new Refused(PageState.GONE, PageRefusal.UNDER_CONTRACT);
    }
    return new Read(List.of(parsed(page, id, detail)), List.of(), false);
  }

  @Override
  public Optional<ListingId> listingAt(String url) {
    return Optional.ofNullable(idIn(url)).map(id -> Listing.idOf(Source.FSBO, id));
  }

  static @Nullable String idIn(String url) {
    Matcher path = LISTING_PATH.matcher(url);
    return path.find() ? path.group(1) : null;
  }

  private static ParsedListing parsed(Page page, String id, FsboDetail detail) {
    Listing listing =
        new Listing(
            Listing.idOf(Source.FSBO, id),
            Source.FSBO,
            id,
            page.url(),
            detail.title(),
            detail.description(),
            detail.price(),
            detail.property(page.fetchedAt()),
            null,
            detail.photoUrls(),
            detail.facts().text("MLS #"),
            page.fetchedAt());
    return Bounds.of(
        new ParsedListing(listing, FsboAddress.of(detail), null, FsboContact.of(detail)));
  }
}
