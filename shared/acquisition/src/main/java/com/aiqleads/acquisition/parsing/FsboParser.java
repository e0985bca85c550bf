package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// fsbo.com: one HTML page, one advertisement.
final class FsboParser implements PageParser {

  static final Pattern LISTING_PATH = Pattern.compile("/listings/show/id/(\\d+)");

  @Override
  public String version() {
    return "fsbo-1";
  }

  @Override
  public PageReading read(Page page) {
    Document document = Jsoup.parse(page.text(), page.url());
    PageState state = FsboPageState.of(document);
    if (state != PageState.CONTENT) {
      return new Refused(state, PageRefusal.of(state));
    }
    String asked = idIn(page.url());
    FsboDetail detail = FsboDetail.of(document, asked);
    String id = detail.listingId();
    if (id == null) {
      return new Refused(state, PageRefusal.MALFORMED);
    }
    if (asked != null && !id.equals(asked)) {
      return new Refused(state, PageRefusal.OTHER_LISTING);
    }
    return new Read(List.of(parsed(page, id, detail)), List.of());
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
            null,
            page.fetchedAt());
    return new ParsedListing(listing, FsboAddress.of(detail), null, FsboContact.of(detail));
  }
}
