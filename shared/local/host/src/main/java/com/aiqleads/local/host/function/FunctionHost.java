package com.aiqleads.local.host.function;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All deployed functions by their ids.
public final class FunctionHost implements AutoCloseable {

  private final Isolation isolation;
  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();

  public FunctionHost(Isolation isolation, List<DeployedFunction> functions) {
    this.isolation = isolation;
    functions.forEach(isolation::deploy);
    functions.forEach(f -> pools.put(f.id(), new FunctionPool(f, isolation)));
  }

  public FunctionPool pool(String id) {
    return Optional.ofNullable(pools.get(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no function " + id));
  }

  /// By id, by the name on AWS or by its ARN.
  public Optional<FunctionPool> find(String name) {
    return pools.values().stream().filter(pool -> named(pool.function(), name)).findFirst();
  }

  private static boolean named(DeployedFunction function, String name) {
    return name.equals(function.id())
        || name.equals(function.awsName())
        || name.equals(function.arn());
  }

  public Collection<FunctionPool> pools() {
    return pools.values();
  }

  /// What the functions measure themselves, as Prometheus text, one for each environment.
  public List<String> figures() {
    return isolation.figures();
  }

  @Override
  public void close() {
    pools.values().forEach(FunctionPool::close);
    isolation.close();
  }
}
