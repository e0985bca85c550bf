package com.aiqleads.platform.rotatekeys;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDocuments implements IssuerDocuments {

  private final InstantSource clock;
  private final Map<String, Found<Object>> documents = new HashMap<>();
  private final List<String> written = new ArrayList<>();

  InMemoryDocuments(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void write(String path, Object document) {
    documents.put(path, new Found<>(document, clock.instant()));
    written.add(path);
  }

  @Override
  public <T> Optional<Found<T>> read(String path, Class<T> type) {
    return Optional.ofNullable(documents.get(path))
        .map(found -> new Found<>(type.cast(found.document()), found.since()));
  }

  List<String> written() {
    return written;
  }
}
