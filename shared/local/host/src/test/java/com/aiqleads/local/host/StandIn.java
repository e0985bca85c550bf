package com.aiqleads.local.host;

import com.aiqleads.local.host.endpoint.AwsEndpoint;
import com.aiqleads.local.host.endpoint.Keys;
import com.aiqleads.local.host.endpoint.SecretValues;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.http.LocalServer;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.aiqleads.local.host.schedule.Schedules;
import com.aiqleads.local.services.Elsewhere;
import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Options;
import com.aiqleads.local.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Stands in for LocalStack's container: queues, tables and objects at one address, which knows
/// them by the target and the signature of a request, as LocalStack does.
public final class StandIn implements Elsewhere {

  static volatile String address = "";
  static volatile boolean closed;

  private final Shutdown shutdown = new Shutdown();

  @Override
  public Map<Service, URI> start(URI queueAddress) {
    closed = false;
    Path folder = folder();
    Options options =
        Options.defaults()
            .only(Service.ELASTICMQ, Service.DYNAMODB, Service.S3)
            .withQueueAddress(queueAddress);
    LocalServices services = shutdown.add("services", LocalServices.start(folder, options));
    LocalServer server =
        shutdown.add("server", new LocalServer(0, "none", endpoint(services, folder)::answer));
    address = server.uri().toString();
    URI uri = server.uri();
    return Map.of(Service.ELASTICMQ, uri, Service.DYNAMODB, uri, Service.S3, uri);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("stand-in");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AwsEndpoint endpoint(LocalServices services, Path folder) {
    FunctionHost none = new FunctionHost(new InProcessIsolation(), List.of());
    AsyncInvocations async =
        new AsyncInvocations(none, folder.resolve("async"), AsyncInvocations.DeadLetters.NONE);
    return new AwsEndpoint(
        new AwsEndpoint.Parts(
            services.queues(),
            services.dynamodb(),
            services.objects(),
            none,
            List.of(),
            async,
            new Schedules(List.of(), async, InstantSource.system()),
            new SecretValues(folder.resolve("secrets")),
            new Keys(folder.resolve("keys")),
            (bucket, key, bytes, etag) -> {}));
  }

  @Override
  public void close() {
    closed = true;
    shutdown.close();
  }
}
