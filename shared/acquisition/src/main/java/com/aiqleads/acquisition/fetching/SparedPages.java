package com.aiqleads.acquisition.fetching;

import java.util.Collection;
import java.util.Set;

/// Pages that are not asked for any more, since whom they are about does not want it. Asked right
/// before a visit and before a redirect is followed; who cannot answer fails, so that nothing is
/// fetched in doubt.
public interface SparedPages {

  /// Those of the addresses, each as it was given.
  Set<String> among(String source, Collection<String> addresses);
}
