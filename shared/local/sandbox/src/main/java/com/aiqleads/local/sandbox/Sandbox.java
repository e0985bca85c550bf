package com.aiqleads.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The running sandbox: `/fsbo/`, `/forsalebyowner/`, `/craigslist/`, `/zillow/` and `/facebook/`
/// are the sites of homes, `/linkedin/` is that of jobs; `/control/faults` switches their faults,
/// `/control/drifts` how they are built, `/control/visits` tells how polite the visitors were.
/// `/drop/` is California's platform for deletion requests, `/control/deletions` who asks it;
/// `/alerts/` is Slack and PagerDuty, `/control/alerts` what they heard; `/stripe/` takes cards,
/// `/control/payments` is what banks do; `/donotcall/full/` has the do-not-call lists of areas,
/// `/control/do-not-call` says who is on them and what is wrong with them; `/hubspot/`,
/// `/followupboss/` and `/salesforce/` take leads as the systems of those names do,
/// `/control/crm` tells which, and sets their traps.
public final class Sandbox implements AutoCloseable {

  public static final int DEFAULT_PORT = 9100;
  public static final long DEFAULT_SEED = 20_261_101;
  public static final int DEFAULT_HOMES = 3_400;

  /// So many are advertised more than 20,000 times on the five platforms together.
  public static final int MANY_HOMES = 6_500;
  public static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 11, 1);

  /// What the platform for deletion requests knows us by.
  public static final String DELETION_KEY = DropSite.KEY;

  /// As whom we may read the do-not-call lists.
  public static final String DO_NOT_CALL_USER = DoNotCallSite.USER;

  public static final String DO_NOT_CALL_PASSWORD = DoNotCallSite.PASSWORD;

  /// What the processor of cards knows us by, and what it signs its messages with.
  public static final String CARD_KEY = CardSite.KEY;

  public static final String CARD_SIGNING_SECRET = CardEvents.SECRET;

  /// As whom we may write into the customer relations systems.
  public static final String HUBSPOT_TOKEN = HubSpotSite.TOKEN;

  public static final String FOLLOW_UP_BOSS_KEY = FollowUpBossSite.KEY;

  /// And what it knows our product by, whosever account that is.
  public static final String FOLLOW_UP_BOSS_SYSTEM_KEY = FollowUpBossSite.SYSTEM_KEY;

  public static final String SALESFORCE_CLIENT = SalesforceSite.CLIENT;

  public static final String SALESFORCE_SECRET = SalesforceSite.SECRET;

  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults faults;
  private final Drifts drifts;
  private final Visits visits;
  private final FsboSite fsbo;
  private final ByOwnerSite byOwner;
  private final CraigslistSite craigslist;
  private final ZillowSite zillow;
  private final FacebookSite facebook;
  private final LinkedInSite linkedIn;
  private final DropSite drop;
  private final DoNotCallSite doNotCall;
  private final AlertSite alerts = new AlertSite();
  private final CrmSites crm = new CrmSites();
  private final CardSite cards = new CardSite(InstantSource.system());

  private Sandbox(HttpServer server, long seed, int size, LocalDate today) {
    this.server = server;
    List<Home> homes = World.drawn(seed, size, today);
    this.faults = new Faults(seed, InstantSource.system());
    this.drifts = new Drifts(today);
    this.visits = new Visits(InstantSource.system());
    this.fsbo = new FsboSite(homes, faults, seed);
    this.byOwner = new ByOwnerSite(homes, faults);
    this.craigslist = new CraigslistSite(homes, faults, seed);
    this.zillow = new ZillowSite(homes, faults);
    this.facebook = new FacebookSite(homes, faults);
    this.drop = new DropSite(today);
    this.doNotCall = new DoNotCallSite(seed, InstantSource.system());
    this.linkedIn = new LinkedInSite(JobWorld.drawn(seed, size, today), faults);
  }

  /// Listens on this port of 127.0.0.1, or on a free one if it is 0, with so many homes; a smaller
  /// sandbox has the first homes of a larger one.
  public static Sandbox start(int port, long seed, int homes) {
    return start(port, seed, homes, DEFAULT_DAY);
  }

  /// Also as if it were that day: homes are at most half a year old then.
  public static Sandbox start(int port, long seed, int homes, LocalDate today) {
    // Else every answer waits for the visitor's delayed acknowledgement, some 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      Sandbox sandbox = new Sandbox(server, seed, homes, today);
      server.setExecutor(sandbox.threads);
      server.createContext("/", sandbox::serve);
      server.createContext("/alerts/", sandbox.alerts::serve);
      server.createContext("/control/alerts", sandbox.alerts::serve);
      for (String path : CrmSites.PATHS) {
        server.createContext(path, exchange -> sandbox.answer(exchange, sandbox.crm::answer));
      }
      server.createContext("/stripe/", sandbox.cards::serve);
      server.createContext("/control/payments", sandbox.cards::serve);
      server.createContext("/donotcall/", sandbox.doNotCall::serve);
      server.createContext("/control/do-not-call", sandbox.doNotCall::serve);
      server.createContext("/drop/", sandbox.drop::serve);
      server.createContext("/control/deletions", sandbox.drop::serve);
      server.start();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot listen on port " + port, e);
    }
  }

  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Where the processor of cards sends its messages from now on.
  public void tellPayments(URI address) {
    cards.tell(address);
  }

  @Override
  public void close() {
    server.stop(0);
    cards.close();
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        request -> {
          Answer answer = answer(request);
          visits.answered(answer.status());
          return answer;
        });
  }

  private void answer(HttpExchange exchange, Function<Request, Answer> site) throws IOException {
    try (exchange) {
      Answer answer = site.apply(request(exchange));
      byte[] body = answer.bytes();
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(Request request) {
    String path = request.path();
    if (path.startsWith("/control/")) {
      return control(request);
    }
    String site = path.split("/", 3)[1];
    visits.arrived(site, path);
    if (path.equals("/robots.txt")) {
      return RobotsFile.answer(faults);
    }
    Optional<Answer> fault =
        Optional.of(request)
            .filter(_ -> site.equals("linkedin"))
            .flatMap(linkedIn::refusal)
            .or(() -> faults.strike(request));
    if (fault.isPresent()) {
      return fault.get();
    }
    Answer answer = drifts.drifted(site, answer(site, request));
    return site.equals("forsalebyowner") ? answer : Revisits.revisited(request, answer);
  }

  private Answer answer(String site, Request request) {
    return switch (site) {
      case "fsbo" -> fsbo.answer(request);
      case "forsalebyowner" -> byOwner.answer(request);
      case "craigslist" -> craigslist.answer(request);
      case "linkedin" -> linkedIn.answer(request);
      case "zillow" -> zillow.answer(request);
      case "facebook" -> facebook.answer(request);
      default -> Answer.notFound();
    };
  }

  private Answer control(Request request) {
    if (request.path().equals("/control/visits")) {
      return visits.answer();
    }
    if (request.path().equals("/control/drifts")) {
      return drifts.control(request);
    }
    if (request.method().equals("POST")) {
      Map<String, String> form = request.form();
      Optional<Fault> fault = Fault.named(form.getOrDefault("fault", ""));
      if (fault.isEmpty()) {
        return Answer.text(400, "fault must be one of " + List.of(Fault.values()));
      }
      faults.set(fault.get(), Boolean.parseBoolean(form.getOrDefault("on", "true")));
    }
    return Answer.json(Map.of("on", faults.on().stream().map(Fault::text).toList()));
  }

  private static Request request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath(),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }
}
