package com.aiqleads.lambda;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Secondary
@Singleton
@Requires(classes = SecretsManagerClient.class)
final class ManagedSecrets implements Secrets {

  private static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final BeanProvider<SecretsManagerClient> client;
  private final Names names;
  private final InstantSource clock;

  ManagedSecrets(BeanProvider<SecretsManagerClient> client, Names names, InstantSource clock) {
    this.client = client;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public String text(String name) {
    Kept known = kept.get(name);
    return known != null && clock.instant().isBefore(known.until()) ? known.value() : fresh(name);
  }

  @Override
  public String fresh(String name) {
    String value =
        client.get().getSecretValue(call -> call.secretId(names.secret(name))).secretString();
    kept.put(name, new Kept(value, clock.instant().plus(KEPT_FOR)));
    return value;
  }

  private record Kept(String value, Instant until) {
    @Override
    public String toString() {
      return "a secret until " + until;
    }
  }
}
