package com.aiqleads.local.host;

import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.local.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// What may be said at the start, each as `-Dlocal.…`.
///
/// @param port of the gateway
/// @param data where everything is kept between runs
/// @param fresh empties the data directory first
/// @param once runs each scraper once, waits until everything is done, prints a table and ends
/// @param scrape lets scrapers run: on fresh data at once, then by their schedules
/// @param hops prints a line for each message that a function has handled
/// @param homes how many the sandbox offers
/// @param environments how many environments of a function run at once, whatever may be deployed
/// @param isolation how functions are kept apart
/// @param services who runs the services
/// @param debug the function to debug, or nothing
public record LocalOptions(
    Path repository,
    Path data,
    int port,
    int awsPort,
    int adminPort,
    int sandboxPort,
    int providerPort,
    boolean fresh,
    boolean once,
    boolean scrape,
    boolean hops,
    int homes,
    int environments,
    IsolationChoice isolation,
    ServicesChoice services,
    String debug) {

  static final String PORT = "local.port";
  static final String AWS_PORT = "local.aws.port";
  static final String ADMIN_PORT = "local.admin.port";
  static final String SANDBOX_PORT = "local.sandbox.port";
  static final String PROVIDER_PORT = "local.provider.port";
  static final String DATA = "local.data";
  static final String FRESH = "local.fresh";
  static final String ONCE = "local.once";
  static final String SCRAPE = "local.scrape";
  static final String HOPS = "local.hops";
  static final String HOMES = "local.homes";
  static final String ENVIRONMENTS = "local.environments";
  static final String DEBUG = "local.debug";
  static final String ISOLATION = "local.isolation";
  static final String SERVICES = "local.services";

  /// How many times the quotas that callers have when deployed: more than once for benches.
  static final String QUOTAS = "local.quotas";

  private static final Set<String> KNOWN =
      Set.of(
          PORT,
          AWS_PORT,
          ADMIN_PORT,
          SANDBOX_PORT,
          PROVIDER_PORT,
          DATA,
          FRESH,
          ONCE,
          SCRAPE,
          HOPS,
          HOMES,
          ENVIRONMENTS,
          DEBUG,
          ISOLATION,
          SERVICES,
          QUOTAS);
  private static final int MAX_PORT = 65_535;

  /// Reads the options.
  ///
  /// @throws StartRefused naming the property that is unknown or has no such value
  public static LocalOptions of(Properties properties) {
    refuseUnknown(properties);
    number(properties, QUOTAS, 1);
    Path repository = repository(properties);
    ServicesChoice services = ServicesChoice.of(properties.getProperty(SERVICES, ""));
    return new LocalOptions(
        repository,
        services.data(data(properties, repository)),
        port(properties, PORT, 8080),
        port(properties, AWS_PORT, 4566),
        port(properties, ADMIN_PORT, 9090),
        port(properties, SANDBOX_PORT, 9100),
        port(properties, PROVIDER_PORT, LocalProvider.DEFAULT_PORT),
        flag(properties, FRESH, false) || !services.keepsData(),
        flag(properties, ONCE, false),
        flag(properties, SCRAPE, true),
        flag(properties, HOPS, true),
        number(properties, HOMES, Sandbox.DEFAULT_HOMES),
        Math.max(1, number(properties, ENVIRONMENTS, 2)),
        IsolationChoice.of(properties.getProperty(ISOLATION, "")),
        services,
        properties.getProperty(DEBUG, ""));
  }

  private static void refuseUnknown(Properties properties) {
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("local.") && !KNOWN.contains(name)) {
        throw new StartRefused(
            "-D%s is unknown: there is %s".formatted(name, new TreeSet<>(KNOWN)));
      }
    }
  }

  private static Path repository(Properties properties) {
    Path here = Path.of(properties.getProperty("repository.root", "")).toAbsolutePath().normalize();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new StartRefused("there is no checkout of AIQLeads in or above " + here);
  }

  private static Path data(Properties properties, Path repository) {
    String data = properties.getProperty(DATA, "");
    return data.isBlank() ? repository.resolve(".local") : Path.of(data).toAbsolutePath();
  }

  private static int port(Properties properties, String name, int otherwise) {
    int port = number(properties, name, otherwise);
    if (port > MAX_PORT) {
      throw new StartRefused("-D%s=%d is no port".formatted(name, port));
    }
    return port;
  }

  private static int number(Properties properties, String name, int otherwise) {
    String text = properties.getProperty(name, "");
    if (text.isBlank()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new StartRefused("-D%s=%s is no number".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  /// `-Dlocal.fresh` alone means yes.
  private static boolean flag(Properties properties, String name, boolean otherwise) {
    return switch (properties.getProperty(name, String.valueOf(otherwise))) {
      case "", "true" -> true;
      case "false" -> false;
      default -> throw new StartRefused("-D" + name + " must be true or false");
    };
  }
}
