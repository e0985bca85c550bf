package com.aiqleads.acquisition.fetching;

import java.util.Optional;

/// What the limiter knows of sites, for whoever only looks.
public interface KnownSites {

  /// Empty if nobody has asked for a turn lately.
  Optional<SiteState> find(String site);
}
