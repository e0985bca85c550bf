package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.kernel.ListingId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// craigslist: a page of one posting, or of a search, in the shapes of 2009 to 2026. A search says
/// little of a posting, but says it of all.
final class CraigslistParser implements PageParser {

  @Override
  public String version() {
    return "craigslist-3";
  }

  @Override
  public PageReading read(Page page) {
    Scripts scripts = Scripts.of(page.text());
    return Html.parse(scripts.markup(), page.url())
        .map(document -> read(page, document, scripts))
        .orElseGet(() -> new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
  }

  private static PageReading read(Page page, Document document, Scripts scripts) {
    document.forEachNode(CraigslistParser::makeWritable);
    if (CraigslistPageState.isStandingPosting(document)) {
      return posting(page, document, scripts);
    }
    CraigslistResults results = CraigslistResults.of(document, scripts);
    PageState state = CraigslistPageState.of(page.text(), document, results);
    if (state != PageState.CONTENT) {
      boolean torn =
          state == PageState.UNKNOWN
              && document.selectFirst(Html.css(CraigslistPageState.TITLE)) != null;
      return new Refused(state, torn ? PageRefusal.MALFORMED : PageRefusal.of(state));
    }
    return CraigslistPageState.isPosting(document)
        ? posting(page, document, scripts)
        : results(page, results);
  }

  private static void makeWritable(Node node) {
    if (node instanceof TextNode text) {
      text.text(Bounds.writable(text.getWholeText()));
    }
  }

  private static PageReading posting(Page page, Document document, Scripts scripts) {
    Optional<CraigslistIds> ids = CraigslistIds.of(page.url(), document, scripts);
    if (ids.isEmpty()) {
      return new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    }
    if (ids.get().id() == null) {
      return new Refused(PageState.CONTENT, PageRefusal.MALFORMED);
    }
    CraigslistPosting posting = CraigslistPosting.of(document, ids.get(), scripts);
    ParsedListing parsed = new CraigslistReading(posting).of(page);
    return new Read(List.of(Bounds.of(parsed)), List.of(), false);
  }

  private static PageReading results(Page page, CraigslistResults results) {
    Set<String> seen = new HashSet<>();
    List<ParsedListing> listings =
        results.rows().stream()
            .filter(row -> row.id() != null && seen.add(row.id()))
            .map(row -> Bounds.of(parsed(page, row)))
            .toList();
    return new Read(listings, List.of(), results.crowded());
  }

  private static ParsedListing parsed(Page page, CraigslistResults.Row row) {
    String id = String.valueOf(row.id());
    Listing listing =
        new Listing(
            Listing.idOf(Source.CRAIGSLIST, id),
            Source.CRAIGSLIST,
            id,
            row.url(),
            row.title(),
            null,
            row.price(),
            row.property(),
            row.postedOn(),
            row.images(),
            null,
            page.fetchedAt());
    return new ParsedListing(
        listing,
        row.address(),
        row.point(),
        RawContact.NONE,
        Particulars.NONE.withOtherId(row.number() == null ? null : row.token()));
  }

  /// By whichever of its ids the address names.
  @Override
  public Optional<ListingId> listingAt(String url) {
    return Optional.ofNullable(CraigslistLink.in(url).id())
        .map(id -> Listing.idOf(Source.CRAIGSLIST, id));
  }
}
