package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.ListingId;
import java.util.Optional;

/// Which advertisement or posting an address names, before anybody has looked at the page.
public final class ShownListing {

  private ShownListing() {}

  public static Optional<ListingId> at(String source, String address) {
    return CrawledSite.find(source).flatMap(site -> at(site, address));
  }

  private static Optional<ListingId> at(CrawledSite site, String address) {
    return switch (site) {
      case Source homes -> PageParser.of(homes).listingAt(address);
      case JobBoard jobs -> JobPageParser.of(jobs).jobAt(address);
    };
  }
}
