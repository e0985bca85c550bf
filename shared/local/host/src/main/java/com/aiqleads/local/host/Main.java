package com.aiqleads.local.host;

import com.aiqleads.local.host.http.PortTaken;
import com.aiqleads.local.services.ServiceFailed;
import com.aiqleads.manifest.BadManifests;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/// Starts the local cloud and ends it with the process.
public final class Main {

  private static final int REFUSED = 2;

  private Main() {}

  public static void main(String[] arguments) {
    // The endpoint passes requests on whose signatures cover the host; the JDK's client reads this
    // once, at its first use.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    // A library of ours logs through slf4j, to nobody here.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(System.getProperties()));
  }

  static int run(Properties properties) {
    try {
      LocalOptions options = LocalOptions.of(properties);
      LocalCloud cloud = new LocalCloud(options, Main::say);
      Runtime.getRuntime().addShutdownHook(new Thread(Ending.of(cloud), "shutdown"));
      return run(options, cloud.start());
    } catch (StartRefused | PortTaken | ServiceFailed | BadManifests e) {
      System.err.println("AIQLeads cannot start: " + e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      System.err.println("AIQLeads failed: " + e);
      return 1;
    } catch (RuntimeException | Error e) {
      // Or whatever has been started would keep this process alive.
      e.printStackTrace();
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int run(LocalOptions options, Running cloud)
      throws IOException, InterruptedException {
    say(
        "ready in %.1f s  %s  %s"
            .formatted(secondsSinceStart(), cloud.addresses(), SeededPeople.SENTENCE));
    if (options.once()) {
      return new OneRun(cloud, Main::say).run() ? 0 : 1;
    }
    if (options.scrape()) {
      cloud.scrapeFirst();
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private static double secondsSinceStart() {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1000.0;
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
