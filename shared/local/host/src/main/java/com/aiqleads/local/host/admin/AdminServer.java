package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalHosts;
import com.aiqleads.local.host.schedule.Schedules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// The operator's port. Not a part of the product: it exists only locally.
public final class AdminServer {

  private static final int MAX_HOPS = 500;
  private static final Pattern CORRELATION = Pattern.compile("(?:^|&)correlation=([^&]+)");

  private final FunctionHost functions;
  private final QueueDesk queues;
  private final Schedules schedules;
  private final BooleanSupplier quiet;
  private final ServiceDesk services;
  private final MailDesk mail;
  private final Flow flow;
  private final Metrics metrics;

  public AdminServer(
      FunctionHost functions,
      QueueDesk queues,
      Schedules schedules,
      BooleanSupplier quiet,
      ServiceDesk services,
      MailDesk mail,
      Flow flow) {
    this.functions = functions;
    this.queues = queues;
    this.schedules = schedules;
    this.quiet = quiet;
    this.services = services;
    this.mail = mail;
    this.flow = flow;
    this.metrics = new Metrics(functions);
  }

  public void answer(HttpExchange exchange) throws IOException {
    try {
      LocalHosts.check(exchange);
      dispatch(exchange);
    } catch (LocalHosts.Foreign e) {
      problem(exchange, 403, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      problem(exchange, 404, String.valueOf(e.getMessage()));
    }
  }

  private void dispatch(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
    String name = path.length > 1 ? path[1] : "";
    switch (exchange.getRequestMethod() + " " + path[0] + (path.length > 2 ? "/" + path[2] : "")) {
      case "GET metrics" -> metrics(exchange);
      case "GET flow" -> Answers.json(exchange, 200, flow(exchange));
      case "GET functions" -> Answers.json(exchange, 200, functions());
      case "GET queues" -> Answers.json(exchange, 200, queues.all());
      case "GET dead-letters" -> Answers.json(exchange, 200, queues.deadLetters(name));
      case "POST redrive" -> accepted(exchange, () -> queues.redrive(name));
      case "GET schedules" -> Answers.json(exchange, 200, schedules());
      case "POST schedules/fire" -> accepted(exchange, () -> fire(name));
      case "GET quiet" ->
          Answers.json(exchange, 200, Json.object().put("quiet", quiet.getAsBoolean()));
      case "GET mail" -> Answers.json(exchange, 200, mail.all());
      case "GET services" -> Answers.json(exchange, 200, services.all());
      case "POST services/restart" -> accepted(exchange, () -> services.restart(name));
      default -> problem(exchange, 404, "there is " + MENU);
    }
  }

  private static final String MENU =
      "GET /metrics, /flow, /flow?correlation=…, /functions, /queues, /dead-letters/<function>,"
          + " /schedules, /services, /mail, /quiet; POST /redrive/<function>, /schedules/<function>/fire,"
          + " /services/<name>/restart";

  private void metrics(HttpExchange exchange) throws IOException {
    Answers.text(
        exchange,
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        metrics.text(queues.depths(), queues.deadCounts()));
  }

  private ObjectNode flow(HttpExchange exchange) {
    Optional<String> correlation =
        Optional.ofNullable(exchange.getRequestURI().getQuery())
            .map(CORRELATION::matcher)
            .filter(matcher -> matcher.find())
            .map(matcher -> matcher.group(1));
    List<JsonNode> hops =
        correlation
            .map(id -> flow.journey(id, MAX_HOPS))
            .orElseGet(() -> flow.recent(MAX_HOPS))
            .stream()
            .<JsonNode>map(Views::hop)
            .toList();
    return list("hops", hops);
  }

  private ObjectNode functions() {
    return list("functions", functions.pools().stream().<JsonNode>map(Views::function).toList());
  }

  private ObjectNode schedules() {
    return list(
        "schedules",
        schedules.entries().stream()
            .<JsonNode>map(
                entry ->
                    Json.object()
                        .put("function", entry.functionId())
                        .put("name", entry.awsName())
                        .put("expression", entry.schedule().expression()))
            .toList());
  }

  private void fire(String name) {
    if (!schedules.fire(name)) {
      throw new IllegalArgumentException("no schedule runs " + name);
    }
  }

  /// What an operator sets going.
  @FunctionalInterface
  private interface Act {
    void run() throws IOException;
  }

  private static void accepted(HttpExchange exchange, Act act) throws IOException {
    act.run();
    Answers.json(exchange, 202, Json.object().put("status", "accepted"));
  }

  private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
    Answers.json(exchange, status, Json.object().put("status", status).put("detail", detail));
  }

  static ObjectNode list(String name, List<JsonNode> items) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray(name);
    list.addAll(items);
    return answer;
  }
}
