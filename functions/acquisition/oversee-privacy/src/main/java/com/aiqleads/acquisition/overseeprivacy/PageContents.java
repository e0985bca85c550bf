package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.ShownListing;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.ListingId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is held of that which a page shows.
record PageContents(Leads leads) {

  /// As any of our sites would read the address.
  static Stream<ListingId> perhapsOn(URI page) {
    return Arrays.stream(Source.values())
        .flatMap(site -> ShownListing.at(site.id(), page.toString()).stream());
  }

  /// Sites number their advertisements alike: the page's host decides, and on a host that is
  /// nobody's the very address.
  Cause on(URI page) {
    SuppressionKey key = SuppressionKey.of(page);
    Optional<ListingId> named = ShownListing.at(page).map(leads::own);
    List<Held> held =
        perhapsOn(page)
            .map(leads::own)
            .distinct()
            .flatMap(this::held)
            .filter(
                one ->
                    named.filter(Cause.listing(one)::equals).isPresent()
                        || SuppressionKey.pages(List.of(Cause.url(one))).contains(key))
            .toList();
    return new Cause(held, Set.of(key));
  }

  private Stream<Held> held(ListingId listing) {
    return leads.find(listing, Set.of()).leads().stream()
        .flatMap(lead -> lead.advertisements().stream().map(one -> new Held(lead.id(), one)))
        .filter(one -> Cause.listing(one).equals(listing));
  }
}
