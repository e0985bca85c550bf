package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a site is searched: all that is particular to it. What it leads to is crawled alike.
public interface Site {

  SourcePolicy policy();

  /// The request that a search begins with.
  PageRequest start(Market market);

  /// What a page of the search leads to.
  Found read(FetchedPage page, Market market);

  /// What a page of a listing is instead, where the site does not want us: it asks for a proof, to
  /// sign in or to be slower, as if all were well.
  default Optional<PageRefusal> obstacle(FetchedPage page) {
    return Optional.empty();
  }

  /// How long a page is left alone once it was visited.
  ///
  /// @param usual how long those of the site are
  default Duration restOf(String address, Duration usual) {
    return usual;
  }

  /// When the site will take a listing down, if its page says so.
  default Optional<Instant> endOf(FetchedPage page) {
    return Optional.empty();
  }
}
