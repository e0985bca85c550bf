package com.aiqleads.acquisition;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A site that is crawled once a person has approved it, whatever it shows: a permit, a target and
/// the trail of decisions are about any of them, what a page means is not.
public sealed interface CrawledSite permits Source, JobBoard {

  /// Its name in events, tables and addresses, all of which call it a source; no other has the
  /// same.
  String id();

  /// Which part of the web is its own: this host and all below it.
  String domain();

  /// Sites of homes first.
  static List<CrawledSite> all() {
    return Stream.<CrawledSite>concat(Stream.of(Source.values()), Stream.of(JobBoard.values()))
        .toList();
  }

  static Optional<CrawledSite> find(String id) {
    return all().stream().filter(site -> site.id().equals(id)).findFirst();
  }

  /// Whose page it is, by its host.
  static Optional<CrawledSite> of(URI page) {
    String host = page.getHost() == null ? "" : "." + page.getHost().toLowerCase(Locale.ROOT);
    return all().stream().filter(site -> host.endsWith("." + site.domain())).findFirst();
  }
}
