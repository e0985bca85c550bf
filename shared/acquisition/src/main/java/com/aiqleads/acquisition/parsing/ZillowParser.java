package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.kernel.ListingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Zillow: a page of one home, a page of a search or the answer that its scripts ask for, in the
/// shapes of 2023 to 2026.
final class ZillowParser implements PageParser {

  @Override
  public String version() {
    return "zillow-2";
  }

  @Override
  public PageReading read(Page page) {
    ZillowPage read = ZillowPage.of(page.text(), page.url());
    if (read.state() != PageState.CONTENT) {
      return new Refused(read.state(), refusal(page, read));
    }
    return read.data().isDetail() ? home(page, read) : results(page, read);
  }

  private static PageRefusal refusal(Page page, ZillowPage read) {
    if (read.state() == PageState.UNKNOWN && read.isOversized()) {
      return PageRefusal.OVERSIZED;
    }
    boolean torn =
        read.state() == PageState.UNKNOWN
            && (page.text().contains("searchPageState") || page.text().contains("gdpClientCache"));
    return torn ? PageRefusal.MALFORMED : PageRefusal.of(read.state());
  }

  /// The home that the address names, else the one that the page says it is about.
  private static PageReading home(Page page, ZillowPage read) {
    String addressed = ZillowLink.zpid(page.url());
    String canonical = ZillowDrawn.canonical(read.document());
    String zpid = ZillowText.first(addressed, canonical, read.data().onlyHome());
    Optional<Json> data = zpid == null ? Optional.empty() : read.data().home(zpid);
    if (zpid == null || data.isEmpty()) {
      return new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    }
    ZillowHome home =
        new ZillowHome(
            zpid,
            data.get(),
            ZillowDrawn.of(read.document(), zpid),
            read.linked().getOrDefault(zpid, ZillowLinkedData.NONE));
    Optional<Reason> refusal = home.refusal();
    return refusal.isPresent()
        ? new Refused(PageState.GONE, refusal.get())
        : new Read(List.of(home.parsed(page)), List.of(), false);
  }

  /// Instead of a home that is no more the site may show a search: that is of other homes.
  private static PageReading results(Page page, ZillowPage read) {
    if (ZillowLink.zpid(page.url()) != null) {
      return new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    }
    List<ParsedListing> listings = new ArrayList<>();
    List<RefusedListing> refused = new ArrayList<>();
    for (ZillowRow row : read.rows()) {
      row.refusal()
          .ifPresentOrElse(
              reason -> refused.add(new RefusedListing(row.listingId(), row.url(), reason)),
              () -> listings.add(row.parsed(page)));
    }
    return new Read(listings, refused, read.data().rows().size() > ZillowResults.MAX_ROWS);
  }

  @Override
  public Optional<ListingId> listingAt(String url) {
    return Optional.ofNullable(ZillowLink.zpid(url)).map(id -> Listing.idOf(Source.ZILLOW, id));
  }
}
