package com.aiqleads.local.host;

import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Options;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What stands before the first function runs: data, manifests, ports, the sandbox, the
/// provider that signs people in, and the services.
record Ground(
    DataDirectory data,
    FirstScrape firstScrape,
    Deployment deployment,
    Doors doors,
    Sandbox sandbox,
    SignInProvider provider,
    LocalServices services) {

  /// @throws StartRefused when it cannot start as it was told to
  static Ground under(LocalOptions options, Shutdown shutdown, Phases phases) {
    DataDirectory data = shutdown.add("data directory", DataDirectory.open(options.data()));
    if (options.fresh()) {
      data.clear();
    }
    HostLog.to(data.folder("logs").resolve("host.log"));
    Deployment deployment = deployment(options);
    Doors doors = shutdown.add("ports", new Doors(options));
    Sandbox sandbox =
        shutdown.add(
            "sandbox",
            Sandboxes.start(
                options.sandboxPort(),
                options.homes(),
                SandboxDay.of(data, LocalDate.now(ZoneOffset.UTC))));
    SignInProvider provider =
        shutdown.add(
            "provider", SignInProvider.start(options.providerPort(), doors.gateway().address()));
    phases.ended("manifests, ports, sandbox and provider");
    LocalServices services = shutdown.add("services", services(options, doors, shutdown));
    phases.ended("services");
    FirstScrape firstScrape = FirstScrape.on(data);
    return new Ground(data, firstScrape, deployment, doors, sandbox, provider, services);
  }

  private static Deployment deployment(LocalOptions options) {
    Repository repository = Manifests.read(options.repository());
    List<String> jvm = ManagementFactory.getRuntimeMXBean().getInputArguments();
    Debugging.check(options.debug(), options.isolation(), repository, jvm);
    return Deployment.of(repository, options.environments());
  }

  private static LocalServices services(LocalOptions options, Doors doors, Shutdown shutdown) {
    URI queueAddress = URI.create(doors.aws().address());
    return LocalServices.start(
        options.data(), options.services().start(Options.defaults(), queueAddress, shutdown));
  }
}
