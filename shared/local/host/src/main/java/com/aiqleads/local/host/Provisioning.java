package com.aiqleads.local.host;

import com.aiqleads.local.host.endpoint.Keys;
import com.aiqleads.local.host.endpoint.SecretValues;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.PostgresAddress;
import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.QueueSettings;
import com.aiqleads.manifest.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes what the manifests say that there is; what is there already stays.
final class Provisioning {

  private final Deployment deployment;
  private final LocalServices services;
  private final Queues queues;

  Provisioning(Deployment deployment, LocalServices services, Queues queues) {
    this.deployment = deployment;
    this.services = services;
    this.queues = queues;
  }

  /// Everything, side by side.
  void all(SecretValues secrets, Keys keys) {
    secrets(secrets);
    keys(keys);
    List<Callable<Void>> steps =
        List.of(step(this::queues), step(this::tables), step(this::buckets));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> step : threads.invokeAll(steps)) {
        step.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("provisioning failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("told to stop while starting");
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  @SuppressWarnings("NullAway") // the only value of Void
  private static Callable<Void> step(Step step) {
    return () -> {
      step.run();
      return null;
    };
  }

  /// Queues are made on each start of their service: it keeps messages, not queues.
  void queues() throws IOException {
    Set<String> known = new HashSet<>(queues.names());
    for (QueueSettings queue : deployment.queues()) {
      provide(queue.deadLetters(), QueueAttributes.ofDeadLetters(queue), known);
      provide(queue.name(), QueueAttributes.of(queue), known);
    }
    for (QueueSettings queue : deployment.asynchronous().values()) {
      provide(queue.deadLetters(), QueueAttributes.ofDeadLetters(queue), known);
    }
  }

  private void provide(String name, Map<String, String> attributes, Set<String> known)
      throws IOException {
    if (known.add(name)) {
      queues.create(name, attributes);
    }
  }

  void tables() throws IOException {
    Tables tables = new Tables(services.dynamodb());
    for (ContextManifest context : deployment.repository().contexts()) {
      for (Map.Entry<String, ContextManifest.Table> table : context.tables().entrySet()) {
        Resource name = new Resource(context.name(), table.getKey());
        tables.provide(deployment.names().table(name), table.getValue());
      }
    }
  }

  void buckets() throws IOException {
    for (ContextManifest context : deployment.repository().contexts()) {
      for (String bucket : context.buckets().keySet()) {
        bucket(deployment.names().bucket(new Resource(context.name(), bucket)));
      }
    }
  }

  private void bucket(String name) throws IOException {
    URI address = URI.create(services.objects() + "/" + name);
    HttpResponse<byte[]> answer =
        LocalClient.send(HttpRequest.newBuilder(address).PUT(BodyPublishers.noBody()).build());
    if (!List.of(200, 409).contains(answer.statusCode())) {
      throw new IOException("bucket %s: answer %d".formatted(name, answer.statusCode()));
    }
  }

  void secrets(SecretValues secrets) {
    PostgresAddress postgres = services.postgres();
    URI address = URI.create("tcp://" + postgres.host() + ":" + postgres.port());
    secrets.putDatabase(
        deployment.names().databaseAdminSecret(),
        address,
        postgres.database(),
        postgres.username(),
        postgres.password());
    for (ContextManifest context : deployment.repository().contexts()) {
      context
          .secrets()
          .forEach((name, secret) -> secrets.provideRandom(secret(context, name), secret.bytes()));
      if (context.database() != null) {
        String name = deployment.names().databaseSecret(context.name());
        secrets.provideDatabase(name, address, postgres.database(), context.database());
      }
    }
  }

  /// Writes what is not random into the secrets of this name, as an operator would.
  void fill(String name, String value, SecretValues secrets) {
    deployment.repository().contexts().stream()
        .filter(context -> context.secrets().containsKey(name))
        .forEach(context -> secrets.put(secret(context, name), value));
  }

  private String secret(ContextManifest context, String name) {
    return deployment.names().secret(new Resource(context.name(), name));
  }

  void keys(Keys keys) {
    for (ContextManifest context : deployment.repository().contexts()) {
      context
          .keys()
          .forEach(
              (name, key) ->
                  keys.provide(
                      deployment.names().keyAlias(new Resource(context.name(), name)), key.type()));
    }
  }
}
