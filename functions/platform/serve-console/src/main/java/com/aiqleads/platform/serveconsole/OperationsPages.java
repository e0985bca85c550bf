package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Client;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.Operations.DeadLetter;
import com.aiqleads.platform.serveconsole.Operations.FunctionLine;
import com.aiqleads.platform.serveconsole.Operations.Hop;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What runs, what waits, what failed, and the way of one lead. Locally it asks the admin port; on
/// AWS there is none and the page says where to look instead.
@Controller("/console/operations")
final class OperationsPages {

  private static final int MAX_HOPS = 100;
  private static final Operations NOTHING =
      new Operations(false, "", List.of(), List.of(), List.of(), List.of());

  private static final Client NOBODY = new Client("", "");

  private final Api api;
  private final Pages pages;
  private final String admin;

  OperationsPages(Api api, Pages pages, @Value("${aiqleads.admin.url:}") String admin) {
    this.api = api;
    this.pages = pages;
    this.admin = admin;
  }

  @Get
  HttpResponse<?> operations(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> correlation) {
    Visit visit = new Visit(request, Optional.of(caller));
    if (!visit.viewer().map(Viewer::seesOperations).orElse(false)) {
      return pages.refusal(HttpStatus.FORBIDDEN, visit, Refusal.notForYou());
    }
    Frame frame = visit.frame("Operations", Viewer.OPERATIONS.path());
    return pages.page(
        "operations", frame, Map.of("operations", read(correlation.orElse("").trim())));
  }

  private Operations read(String correlation) {
    if (admin.isEmpty()) {
      return NOTHING;
    }
    String query =
        correlation.isEmpty()
            ? ""
            : "?correlation=" + URLEncoder.encode(correlation, StandardCharsets.UTF_8);
    List<JsonNode> queues = list("/queues", "queues");
    return new Operations(
        true,
        correlation,
        list("/flow" + query, "hops").stream().limit(MAX_HOPS).map(OperationsPages::hop).toList(),
        functions(queues),
        queues.stream()
            .filter(queue -> Json.number(queue, "dead") > 0)
            .map(queue -> Json.text(queue, "function"))
            .flatMap(
                name ->
                    list("/dead-letters/" + name, "deadLetters").stream().map(l -> letter(name, l)))
            .toList(),
        list("/mail", "letters").stream().map(OperationsPages::mail).toList());
  }

  private List<FunctionLine> functions(List<JsonNode> queues) {
    Map<String, JsonNode> byFunction =
        queues.stream()
            .collect(Collectors.toMap(queue -> Json.text(queue, "function"), Function.identity()));
    return list("/functions", "functions").stream()
        .map(
            function ->
                line(
                    function, Optional.ofNullable(byFunction.get(Json.text(function, "function")))))
        .toList();
  }

  private List<JsonNode> list(String path, String name) {
    Answer answer = api.get(admin + path, new Api.Sender(Optional.empty(), NOBODY));
    return Json.list(answer.body(), name);
  }

  private static FunctionLine line(JsonNode function, Optional<JsonNode> queue) {
    return new FunctionLine(
        Json.text(function, "function"),
        queue.isPresent() ? "events" : "calls or a schedule",
        Json.number(function, "invocations"),
        Json.number(function, "errors") + Json.number(function, "failedMessages"),
        queue.map(node -> Json.number(node, "depth")).orElse(0L),
        queue.map(node -> Json.number(node, "inFlight")).orElse(0L),
        queue.map(node -> Json.number(node, "dead")).orElse(0L));
  }

  private static Operations.Letter mail(JsonNode letter) {
    return new Operations.Letter(
        Json.text(letter, "to"), Json.text(letter, "subject"), Json.text(letter, "text"));
  }

  private static Hop hop(JsonNode hop) {
    return new Hop(
        Words.time(Json.text(hop, "time")),
        Json.text(hop, "function"),
        Json.text(hop, "event"),
        Json.text(hop, "outcome"),
        Math.round(Json.decimal(hop, "millis")) + " ms",
        Json.text(hop, "correlationId"));
  }

  /// Never its body: that may hold what a person should not read here.
  private static DeadLetter letter(String function, JsonNode letter) {
    String reason = Json.text(letter, "attributes", "reason");
    return new DeadLetter(
        function,
        reason.isEmpty() ? "Failed too often; the function's log says why." : reason,
        Json.text(letter, "event"),
        Json.text(letter, "correlationId"));
  }
}
