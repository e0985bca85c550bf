package com.aiqleads.local.host;

import com.aiqleads.local.host.admin.AdminServer;
import com.aiqleads.local.host.admin.Flow;
import com.aiqleads.local.host.admin.MailDesk;
import com.aiqleads.local.host.admin.QueueDesk;
import com.aiqleads.local.host.endpoint.AwsEndpoint;
import com.aiqleads.local.host.endpoint.BucketNotifications;
import com.aiqleads.local.host.endpoint.Keys;
import com.aiqleads.local.host.endpoint.SecretValues;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.gateway.Gateway;
import com.aiqleads.local.host.gateway.RouteTable;
import com.aiqleads.local.host.queue.DeadLetterAlarms;
import com.aiqleads.local.host.queue.EventSourceMappings;
import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.aiqleads.local.host.schedule.Schedules;
import com.aiqleads.manifest.BrowserAccess;
import com.aiqleads.manifest.QueueSettings;
import com.aiqleads.manifest.Resource;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Wiring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The whole product on this computer, from the embedded services to the gateway.
public final class LocalCloud implements AutoCloseable {

  /// Tells people of alarms.
  private static final String TELLER = "platform-raise-alert";

  private final LocalOptions options;
  private final Consumer<String> say;
  private final Shutdown shutdown = new Shutdown();
  private final InstantSource clock = InstantSource.system();
  private final Flow flow = new Flow();
  private final Phases phases = new Phases();

  public LocalCloud(LocalOptions options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  /// Returns when everything answers.
  ///
  /// @throws StartRefused when it cannot start as it was told to
  public Running start() {
    return assemble(Ground.under(options, shutdown, phases));
  }

  private Running assemble(Ground ground) {
    Queues queues = new Queues(ground.services().queues());
    Provisioning provisioning = new Provisioning(ground.deployment(), ground.services(), queues);
    SecretValues secrets = new SecretValues(ground.data().path().resolve("secrets"));
    Keys keys = new Keys(ground.data().path().resolve("keys"));
    provisioning.all(secrets, keys);
    provisioning.fill(SignInProvider.SECRET, ground.provider().settings(), secrets);
    provisioning.fill("deletion-platform", Sandboxes.DELETION_SETTINGS, secrets);
    provisioning.fill("do-not-call-lists", Sandboxes.doNotCallSettings(ground.sandbox()), secrets);
    provisioning.fill("alert-channels", Sandboxes.alertSettings(ground.sandbox()), secrets);
    provisioning.fill("payment-gateway", Sandboxes.CARD_SETTINGS, secrets);
    provisioning.fill("follow-up-boss-system", Sandboxes.FOLLOW_UP_BOSS_KEY, secrets);
    phases.ended("queues, tables, buckets, secrets and keys");
    FunctionHost functions = shutdown.add("functions", functions(ground));
    AsyncInvocations async =
        shutdown.add(
            "asynchronous invocations",
            new AsyncInvocations(
                functions,
                ground.data().folder("invocations"),
                deadLetters(ground.deployment(), queues)));
    Schedules schedules =
        shutdown.add("schedules", new Schedules(ground.deployment().schedules(), async, clock));
    openEndpoint(ground, functions, async, schedules, secrets, keys);
    new FirstSteps(functions).run();
    phases.ended("first functions");
    openGateway(ground, functions);
    ground
        .sandbox()
        .tellPayments(URI.create(ground.doors().gateway().address()).resolve("/webhooks/stripe"));
    Supervision supervision = new Supervision(ground.services(), provisioning, say);
    List<Mapping> mappings = ground.deployment().mappings();
    Quiet quiet =
        new Quiet(queues, mappings, async, new Outboxes(ground.deployment(), ground.services()));
    ground
        .doors()
        .admin()
        .open(
            new AdminServer(
                    functions,
                    new QueueDesk(queues, mappings),
                    schedules,
                    quiet::isNow,
                    supervision,
                    new MailDesk(ground.data().folder("mail")),
                    flow)
                ::answer);
    Tally tally = new Tally();
    EventSourceMappings polling =
        shutdown.add(
            "event source mappings",
            new EventSourceMappings(
                queues, functions, mappings, ground.data().folder("in-flight"), watcher(tally)));
    shutdown.add("supervision", supervision::stop);
    watchDeadLetters(queues, mappings, async);
    polling.start();
    async.start();
    phases.ended("everything else");
    schedules.start(options.scrape() ? _ -> true : entry -> !Running.scrapes(entry));
    return new Running(
        ground.doors(),
        ground.sandbox().baseUri(),
        ground.provider().server().issuer(),
        ground.firstScrape(),
        functions,
        schedules,
        quiet,
        tally);
  }

  private void watchDeadLetters(Queues queues, List<Mapping> mappings, AsyncInvocations async) {
    boolean isHeard = mappings.stream().anyMatch(one -> one.functionId().equals(TELLER));
    if (isHeard) {
      shutdown
          .add(
              "dead letter alarms",
              new DeadLetterAlarms(
                  queue -> queues.counts(queue).all(),
                  mappings,
                  "aiqleads-" + Deployment.STAGE + "-",
                  payload -> async.submit(TELLER, payload),
                  clock))
          .start();
    }
  }

  private static AsyncInvocations.DeadLetters deadLetters(Deployment deployment, Queues queues) {
    Map<String, QueueSettings> settings = deployment.asynchronous();
    return (functionId, payload) -> {
      QueueSettings queue = settings.get(functionId);
      if (queue != null) {
        queues.send(queue.deadLetters(), new String(payload, StandardCharsets.UTF_8));
      }
    };
  }

  private FunctionHost functions(Ground ground) {
    boolean bucketTriggers = !ground.deployment().bucketTriggers().isEmpty();
    Surroundings surroundings =
        Surrounding.of(
            ground.doors(),
            ground.services(),
            ground.sandbox().baseUri(),
            ground.data().folder("logs").resolve("functions.log"),
            ground.data().folder("mail"),
            bucketTriggers);
    Wiring wiring = new Wiring(ground.deployment().repository(), surroundings);
    return new FunctionHost(
        options.isolation().open(options), ground.deployment().functions(wiring));
  }

  private void openEndpoint(
      Ground ground,
      FunctionHost functions,
      AsyncInvocations async,
      Schedules schedules,
      SecretValues secrets,
      Keys keys) {
    AwsEndpoint.Parts parts =
        new AwsEndpoint.Parts(
            ground.services().queues(),
            ground.services().dynamodb(),
            ground.services().objects(),
            functions,
            ground.deployment().mappings(),
            async,
            schedules,
            secrets,
            keys,
            new BucketNotifications(ground.deployment().bucketTriggers(), async, clock));
    ground.doors().aws().open(new AwsEndpoint(parts)::answer);
  }

  private void openGateway(Ground ground, FunctionHost functions) {
    String bucket = ground.deployment().names().bucket(new Resource("platform", "issuer"));
    Gateway gateway =
        Gateway.of(
            new RouteTable(ground.deployment().routes()),
            BrowserAccess.of(ground.deployment().repository(), Deployment.STAGE),
            ground.doors().gateway().address(),
            URI.create(ground.services().objects() + "/" + bucket),
            functions,
            clock);
    ground.doors().gateway().open(gateway::answer);
    shutdown.add("gateway", ground.doors()::closeGateway);
  }

  private Hop.Watcher watcher(Tally tally) {
    HopLines lines = new HopLines(say);
    return (hop, message) -> {
      flow.saw(hop, message);
      tally.saw(hop, message);
      if (options.hops() && !options.once()) {
        lines.saw(hop, message);
      }
    };
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
