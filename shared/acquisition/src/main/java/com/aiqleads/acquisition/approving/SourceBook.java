package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.Source;
import java.util.List;
import java.util.Optional;

/// What is decided of each source. Every decision is kept together with who made it, or not at all.
public interface SourceBook {

  /// How many changes are shown.
  int MAX_CHANGES = 200;

  Optional<Permit> permit(Source source);

  /// By market.
  List<SearchTarget> targets(Source source);

  void put(Permit permit, SourceChange change);

  void put(SearchTarget target, SourceChange change);

  /// False, and nothing changed, if there was none.
  boolean withdraw(Source source, SourceChange change);

  /// False, and nothing changed, if there was none.
  boolean remove(Source source, String market, SourceChange change);

  /// The newest first, at most [#MAX_CHANGES].
  List<SourceChange> changes(Source source);
}
