package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import java.util.List;
import java.util.Optional;

/// What is decided of each source. Every decision is kept together with who made it, or not at all.
public interface SourceBook {

  /// How many changes are shown.
  int MAX_CHANGES = 200;

  Optional<Permit> permit(CrawledSite source);

  /// By market.
  List<SearchTarget> targets(CrawledSite source);

  void put(Permit permit, SourceChange change);

  void put(SearchTarget target, SourceChange change);

  /// False, and nothing changed, if there was none.
  boolean withdraw(CrawledSite source, SourceChange change);

  /// False, and nothing changed, if there was none.
  boolean remove(CrawledSite source, String market, SourceChange change);

  /// The newest first, at most [#MAX_CHANGES].
  List<SourceChange> changes(CrawledSite source);
}
