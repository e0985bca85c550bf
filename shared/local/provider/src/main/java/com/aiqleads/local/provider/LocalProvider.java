package com.aiqleads.local.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The running provider. `/control/faults` switches its faults.
public final class LocalProvider implements AutoCloseable {

  public static final int DEFAULT_PORT = 9101;

  /// Of every provider in this process: making one takes a while.
  private static final SigningKey FIRST = SigningKey.next();

  private static final Set<String> ASKED =
      Set.of("client_id", "redirect_uri", "state", "nonce", "code_challenge");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Client client;
  private final List<Person> people;
  private final AuthorizePage page;
  private final InstantSource clock;
  private final Set<Fault> faults = ConcurrentHashMap.newKeySet();
  private final Codes codes = new Codes();
  private volatile SigningKey key = FIRST;

  private LocalProvider(
      HttpServer server, Client client, List<Person> people, InstantSource clock) {
    this.server = server;
    this.client = client;
    this.people = List.copyOf(people);
    this.page = new AuthorizePage(people);
    this.clock = clock;
  }

  /// Listens on this port of the loopback address, or on a free one if it is 0.
  ///
  /// @param people who is offered to be
  public static LocalProvider start(
      int port, Client client, List<Person> people, InstantSource clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      LocalProvider provider = new LocalProvider(server, client, people, clock);
      server.setExecutor(provider.threads);
      server.createContext("/", provider::serve);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException("The provider cannot listen on port " + port, e);
    }
  }

  /// By another name than the console has, so that browsers take it for another site, as a real
  /// provider is.
  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void set(Fault fault, boolean on) {
    if (on) {
      faults.add(fault);
    } else {
      faults.remove(fault);
    }
  }

  public void heal() {
    faults.clear();
  }

  /// From now on signs with a key that nobody has fetched.
  public void rotate() {
    key = SigningKey.next();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(Request.of(exchange)).send(exchange);
    }
  }

  private Answer answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /.well-known/openid-configuration" ->
          new Description(issuer(), Set.copyOf(faults)).answer();
      case "GET /jwks" -> Answer.json(200, Map.of("keys", List.of(key.published())));
      case "GET /authorize" -> ask(request.query());
      case "POST /authorize" -> sendBack(request.form());
      case "POST /token" -> token(request);
      case "POST /control/faults" -> control(request.form());
      default -> Answer.json(404, Map.of("error", "not_found"));
    };
  }

  private Answer ask(Map<String, String> query) {
    Optional<Answer> refused = refused(query);
    return refused.orElseGet(() -> page.answer(new TreeMap<>(query)));
  }

  /// Whoever is not known is not sent anywhere.
  private Optional<Answer> refused(Map<String, String> asked) {
    boolean right =
        asked.keySet().containsAll(ASKED)
            && client.id().equals(asked.get("client_id"))
            && client.redirectUri().equals(asked.get("redirect_uri"))
            && asked.getOrDefault("response_type", "").equals("code")
            && asked.getOrDefault("code_challenge_method", "").equals("S256")
            && asked.getOrDefault("scope", "").contains("openid");
    return right
        ? Optional.empty()
        : Optional.of(Answer.json(400, Map.of("error", "invalid_request")));
  }

  private Answer sendBack(Map<String, String> form) {
    return refused(form).orElseGet(() -> back(form));
  }

  private Answer back(Map<String, String> form) {
    String issuer = faults.contains(Fault.MIXED_UP) ? "https://other.example" : issuer();
    String what =
        form.containsKey("deny")
            ? "error=access_denied&error_description=" + encoded("They <b>said</b> no.")
            : "code=" + code(form);
    return Answer.to(
        "%s?%s&state=%s&iss=%s"
            .formatted(
                form.get("redirect_uri"),
                what,
                encoded(form.getOrDefault("state", "")),
                encoded(issuer)));
  }

  private String code(Map<String, String> form) {
    return codes.next(
        new Authorization(
            person(form.getOrDefault("email", "nobody@example.com")),
            form.getOrDefault("nonce", ""),
            form.getOrDefault("code_challenge", ""),
            client.redirectUri(),
            clock.instant()));
  }

  private Person person(String email) {
    return people.stream()
        .filter(known -> known.email().equals(email))
        .findFirst()
        .orElseGet(() -> Person.of(email));
  }

  private Answer token(Request request) {
    if (faults.contains(Fault.SLOW)) {
      awaitEnd();
    }
    IdToken token = new IdToken(issuer(), client.id(), key, Set.copyOf(faults));
    return new TokenEndpoint(client, codes, token).answer(request, clock.instant());
  }

  private void awaitEnd() {
    try {
      boolean _ = end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer control(Map<String, String> form) {
    Optional<Fault> fault = Fault.named(form.getOrDefault("fault", ""));
    if (fault.isEmpty()) {
      return Answer.json(400, Map.of("known", List.of(Fault.values())));
    }
    set(fault.get(), Boolean.parseBoolean(form.getOrDefault("on", "true")));
    return Answer.json(200, Map.of("on", faults.stream().map(Fault::text).toList()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
