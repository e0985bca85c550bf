package com.aiqleads.acquisition.fetching;

import java.util.Optional;

/// The search of every target, where it stands.
public interface Crawls {

  Optional<Crawl> find(Target target);

  void save(Crawl crawl);
}
