package com.aiqleads.local.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
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

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODE_BYTES = 24;
  private static final int TOO_MANY_BYTES = 1024 * 1024;
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
  private final Map<String, Authorization> codes = new ConcurrentHashMap<>();
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
      case "GET /.well-known/openid-configuration" -> description();
      case "GET /jwks" -> Answer.json(200, Map.of("keys", List.of(key.published())));
      case "GET /authorize" -> ask(request.query());
      case "POST /authorize" -> sendBack(request.form());
      case "POST /token" -> token(request);
      case "POST /control/faults" -> control(request.form());
      default -> Answer.json(404, Map.of("error", "not_found"));
    };
  }

  private Answer description() {
    if (faults.contains(Fault.DOWN)) {
      return Answer.text(503, "text/plain", "down");
    }
    if (faults.contains(Fault.MOVED)) {
      return Answer.to(issuer() + "/elsewhere");
    }
    String issuer = faults.contains(Fault.OTHER_DESCRIPTION) ? "https://other.example" : issuer();
    String token =
        faults.contains(Fault.IN_THE_CLEAR) ? "http://provider.example/token" : issuer() + "/token";
    Map<String, Object> description = new TreeMap<>();
    description.put("issuer", issuer);
    String query = faults.contains(Fault.WITH_QUERY) ? "?tenant=one" : "";
    description.put("authorization_endpoint", issuer() + "/authorize" + query);
    description.put("token_endpoint", token);
    if (!faults.contains(Fault.NO_KEYS)) {
      description.put("jwks_uri", issuer() + "/jwks");
    }
    description.put("response_types_supported", List.of("code"));
    description.put("subject_types_supported", List.of("public"));
    description.put("id_token_signing_alg_values_supported", List.of("RS256"));
    description.put("code_challenge_methods_supported", List.of("S256"));
    description.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    description.put(
        "authorization_response_iss_parameter_supported", !faults.contains(Fault.TERSE));
    return Answer.json(200, description);
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
    byte[] bytes = new byte[CODE_BYTES];
    RANDOM.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    codes.put(
        code,
        new Authorization(
            person(form.getOrDefault("email", "nobody@example.com")),
            form.getOrDefault("nonce", ""),
            form.getOrDefault("code_challenge", ""),
            client.redirectUri(),
            clock.instant()));
    return code;
  }

  private Person person(String email) {
    return people.stream()
        .filter(known -> known.email().equals(email))
        .findFirst()
        .orElseGet(() -> Person.of(email));
  }

  private Answer token(Request request) {
    if (faults.contains(Fault.SLOW)) {
      wait(end);
    }
    if (faults.contains(Fault.MOVED)) {
      return Answer.to(issuer() + "/elsewhere");
    }
    if (faults.contains(Fault.FAILING)) {
      return Answer.text(500, "text/plain", "failed");
    }
    if (faults.contains(Fault.BROKEN)) {
      return Answer.text(200, "application/json", "{\"id_token\": ");
    }
    if (faults.contains(Fault.ENDLESS)) {
      return Answer.text(200, "application/json", " ".repeat(TOO_MANY_BYTES) + "{}");
    }
    if (!isClient(request.login())) {
      return Answer.json(401, Map.of("error", "invalid_client"));
    }
    if (!request.form().getOrDefault("grant_type", "").equals("authorization_code")) {
      return Answer.json(400, Map.of("error", "unsupported_grant_type"));
    }
    return Optional.ofNullable(codes.remove(request.form().getOrDefault("code", "")))
        .filter(authorization -> authorization.redeemedBy(request.form(), clock.instant()))
        .map(this::tokens)
        .orElseGet(() -> Answer.json(400, Map.of("error", "invalid_grant")));
  }

  private Answer tokens(Authorization authorization) {
    Map<String, Object> tokens = new TreeMap<>();
    tokens.put("access_token", "of-no-use-to-anybody");
    tokens.put("token_type", "Bearer");
    if (!faults.contains(Fault.NO_TOKEN)) {
      IdToken token = new IdToken(issuer(), client.id(), key, Set.copyOf(faults));
      tokens.put("id_token", token.about(authorization, clock.instant()));
    }
    return Answer.json(200, tokens);
  }

  private boolean isClient(String login) {
    String expected = encoded(client.id()) + ":" + encoded(client.secret());
    return login.equals(
        "Basic "
            + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.US_ASCII)));
  }

  private Answer control(Map<String, String> form) {
    Optional<Fault> fault = Fault.named(form.getOrDefault("fault", ""));
    if (fault.isEmpty()) {
      return Answer.json(400, Map.of("known", List.of(Fault.values())));
    }
    set(fault.get(), Boolean.parseBoolean(form.getOrDefault("on", "true")));
    return Answer.json(200, Map.of("on", faults.stream().map(Fault::text).toList()));
  }

  private static void wait(CountDownLatch end) {
    try {
      boolean _ = end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
