package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.SourceHealthPage.Drifted;
import com.aiqleads.platform.serveconsole.SourceHealthPage.Line;
import com.aiqleads.platform.serveconsole.SourceHealthPage.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How sources do: what their pages say, whether they have drifted, what limits them, what they
/// give.
@Controller("/console/source-health")
final class SourceHealthPages {

  private static final String ACCEPT = "acquisition:admin";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  SourceHealthPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> health(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    if (!visit.viewer().map(Viewer::seesSources).orElse(false)) {
      return pages.refusal(HttpStatus.FORBIDDEN, visit, Refusal.notForYou());
    }
    return page(HttpStatus.OK, visit, caller, List.of());
  }

  @Post("/{id}/acceptance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> accept(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit ->
            api.post("/source-health/" + Api.segment(id) + "/acceptance", Map.of(), visit.sender()),
        Forms.backTo(
            Viewer.SOURCE_HEALTH.path(),
            (visit, answer) ->
                page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    Refusal.sentences(answer))));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Caller caller, List<String> refusals) {
    Answer answer = api.get("/source-health", visit.sender());
    SourceHealthPage page =
        new SourceHealthPage(
            Json.list(answer.body(), "sources").stream().map(SourceHealthPages::line).toList(),
            caller.may(ACCEPT),
            refusals);
    return pages.page(
        status,
        "sourceHealth",
        visit.frame("Source health", Viewer.SOURCE_HEALTH.path()),
        Map.of("page", page));
  }

  private static Line line(JsonNode source) {
    List<Drifted> drifted =
        Json.list(source, "scopes").stream()
            .filter(scope -> !Json.text(scope, "quarantinedSince").isEmpty())
            .map(SourceHealthPages::drifted)
            .toList();
    List<JsonNode> batches = Json.list(source, "batches");
    SourceFills fills = SourceFills.of(source);
    List<String> alarms =
        Json.list(source, "alarms").stream().map(alarm -> said(alarm, drifted)).toList();
    return new Line(
        Json.text(source, "source"),
        state(source, drifted),
        !alarms.isEmpty() || !drifted.isEmpty(),
        !drifted.isEmpty(),
        breaker(source),
        limiter(source),
        given(source),
        String.format(Locale.ROOT, "%.4f USD", Json.decimal(source, "yield", "dollars")),
        alarms,
        fills.fills(),
        outcomes(batches),
        fills.chart(),
        drifted);
  }

  /// What has drifted stands below, market by market.
  private static String said(JsonNode alarm, List<Drifted> drifted) {
    String meaning = Json.text(alarm, "meaning");
    return drifted.isEmpty() ? meaning + " " + Json.text(alarm, "reason") : meaning;
  }

  private static String state(JsonNode source, List<Drifted> drifted) {
    if (!drifted.isEmpty()) {
      return "in quarantine";
    }
    if (!Json.text(source, "breaker").equals("closed")) {
      return "given up";
    }
    return Json.text(source, "throttledSince").isEmpty() ? "as usual" : "throttled";
  }

  private static String breaker(JsonNode source) {
    String cause = Json.text(source, "cause");
    String state = Json.text(source, "breaker");
    return cause.isEmpty() ? state : state + ", " + cause.replace('_', ' ');
  }

  private static String limiter(JsonNode source) {
    String throttled = Json.text(source, "throttledSince");
    String pace = "a request every " + Json.number(source, "delayMillis") + " ms";
    return throttled.isEmpty() ? pace : pace + ", throttled since " + Words.moment(throttled);
  }

  private static String given(JsonNode source) {
    return "%d advertisements on %d pages (%.1f on a hundred), %d withheld"
        .formatted(
            Json.number(source, "yield", "advertisements"),
            Json.number(source, "yield", "pages"),
            Json.decimal(source, "yield", "advertisementsPerHundredPages"),
            Json.number(source, "yield", "withheld"));
  }

  private static Drifted drifted(JsonNode scope) {
    return new Drifted(
        Json.text(scope, "market") + ", " + Json.text(scope, "kind"),
        Words.moment(Json.text(scope, "quarantinedSince")),
        Json.number(scope, "withheld"),
        texts(scope, "objections"),
        texts(scope, "proposals"));
  }

  private static List<String> texts(JsonNode node, String name) {
    return Json.list(node, name).stream().map(JsonNode::getStringValue).toList();
  }

  private static List<Outcome> outcomes(List<JsonNode> batches) {
    Map<String, Long> pages = new TreeMap<>();
    batches.forEach(
        batch ->
            Json.fields(batch, "outcomes")
                .forEach(
                    outcome ->
                        pages.merge(
                            outcome.getKey(), outcome.getValue().getLongValue(), Long::sum)));
    return pages.entrySet().stream()
        .map(each -> new Outcome(each.getKey().replace('_', ' '), each.getValue()))
        .toList();
  }
}
