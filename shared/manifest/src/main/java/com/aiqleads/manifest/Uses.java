package com.aiqleads.manifest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a function touches besides its queue; its role allows this and nothing else.
public record Uses(
    Map<Resource, Access> tables,
    Map<Resource, Access> buckets,
    List<Resource> secrets,
    List<Resource> keys,
    Access database,
    Access search,
    boolean mail,
    boolean egress) {

  public Uses {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    buckets = Collections.unmodifiableMap(new TreeMap<>(buckets));
    secrets = List.copyOf(secrets);
    keys = List.copyOf(keys);
  }
}
