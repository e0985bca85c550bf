package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.ListingId;
import java.net.URI;
import java.util.Optional;

/// Which advertisement or posting an address names, before anybody has looked at the page.
public final class ShownListing {

  private ShownListing() {}

  public static Optional<ListingId> at(String source, String address) {
    return CrawledSite.find(source).flatMap(site -> at(site, address));
  }

  /// By the site that its host is of; sites number their advertisements alike.
  public static Optional<ListingId> at(URI page) {
    return CrawledSite.of(page).flatMap(site -> at(site, page.toString()));
  }

  private static Optional<ListingId> at(CrawledSite site, String address) {
    return switch (site) {
      case Source homes -> PageParser.of(homes).listingAt(address);
      case JobBoard jobs -> JobPageParser.of(jobs).jobAt(address);
    };
  }
}
