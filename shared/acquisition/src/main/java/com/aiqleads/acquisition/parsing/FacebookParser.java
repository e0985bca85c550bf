package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.FacebookData.Part;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.kernel.ListingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Facebook Marketplace, as who is not signed in sees it: a page of one advertisement, a page of a
/// search or the answer that its scripts ask for.
final class FacebookParser implements PageParser {

  @Override
  public String version() {
    return "facebook-2";
  }

  @Override
  public PageReading read(Page page) {
    FacebookPage read = FacebookPage.of(page.text(), page.url());
    if (read.state() != PageState.CONTENT) {
      return new Refused(read.state(), refusal(page.url(), read));
    }
    return read.isItem() ? item(page, read) : results(page, read);
  }

  private static PageRefusal refusal(String url, FacebookPage read) {
    if (FacebookLink.item(url) != null && !read.data().rows().isEmpty()) {
      return PageRefusal.OTHER_LISTING;
    }
    if (read.state() != PageState.UNKNOWN) {
      return PageRefusal.of(read.state());
    }
    if (read.data().isTorn()) {
      return PageRefusal.MALFORMED;
    }
    return read.isOversized() ? PageRefusal.OVERSIZED : PageRefusal.UNKNOWN;
  }

  /// The advertisement that the address names, else the one that the page says it is about.
  private static PageReading item(Page page, FacebookPage read) {
    String id = read.itemId();
    List<Part> parts = id == null ? List.of() : read.data().item(id);
    if (id == null || (parts.isEmpty() && !read.data().items().isEmpty())) {
      return new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    }
    if (read.data().isTorn()) {
      return new Refused(PageState.CONTENT, PageRefusal.MALFORMED);
    }
    FacebookItem item = new FacebookItem(id, page.url(), parts, read.drawn());
    Optional<Reason> refusal = item.refusal();
    if (refusal.isPresent()) {
      return new Refused(PageState.GONE, refusal.get());
    }
    return item.isWhole()
        ? new Read(List.of(item.parsed(page)), List.of(), false)
        : new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED);
  }

  private static PageReading results(Page page, FacebookPage read) {
    List<ParsedListing> listings = new ArrayList<>();
    List<RefusedListing> refused = new ArrayList<>();
    for (FacebookRow row : read.rows()) {
      row.refusal()
          .ifPresentOrElse(
              reason -> refused.add(new RefusedListing(row.listingId(), row.url(), reason)),
              () -> listings.add(row.parsed(page)));
    }
    return new Read(listings, refused, read.data().rows().size() > FacebookPage.MAX_ROWS);
  }

  @Override
  public Optional<ListingId> listingAt(String url) {
    return Optional.ofNullable(FacebookLink.item(url)).map(id -> Listing.idOf(Source.FACEBOOK, id));
  }
}
