package com.aiqleads.acquisition.fetching;

import java.util.Collection;
import java.util.List;

/// The pages that we know of.
public interface PageStates {

  List<PageState> of(Target target);

  void save(Collection<PageState> states);

  void forget(Collection<PageState> states);
}
