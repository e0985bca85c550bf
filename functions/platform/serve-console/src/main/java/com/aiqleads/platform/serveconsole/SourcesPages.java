package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.SourcesPage.Line;
import com.aiqleads.platform.serveconsole.SourcesPage.TargetLine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which sources are fetched, decided by admins who have read their terms.
@Controller("/console/sources")
final class SourcesPages {

  private static final String DECIDE = "acquisition:admin";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  SourcesPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> sources(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    if (!visit.viewer().map(Viewer::seesSources).orElse(false)) {
      return pages.refusal(HttpStatus.FORBIDDEN, visit, Refusal.notForYou());
    }
    return page(HttpStatus.OK, visit, caller, List.of());
  }

  @Post("/{id}/permit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> permit(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit -> api.put(path(id) + "/permit", permitOf(request, form), visit.sender()));
  }

  @Post("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete(path(id) + "/permit", visit.sender()));
  }

  @Post("/{id}/targets")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> target(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    Map<String, Object> body = new HashMap<>();
    body.put("place", form.getOrDefault("place", ""));
    body.put("active", form.containsKey("active"));
    number(form, body);
    return act(request, caller, form, visit -> api.put(target(id, form), body, visit.sender()));
  }

  @Post("/{id}/targets/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete(target(id, form), visit.sender()));
  }

  private static String path(String id) {
    return "/sources/" + Api.segment(id);
  }

  private static String target(String id, Map<String, String> form) {
    return path(id) + "/targets/" + Api.segment(form.getOrDefault("market", "-"));
  }

  private static Map<String, Object> permitOf(HttpRequest<?> request, Map<String, String> form) {
    Map<String, Object> body = new HashMap<>();
    for (String text : List.of("termsUrl", "robotsUrl", "accessBasis", "imageMode")) {
      body.put(text, form.getOrDefault(text, ""));
    }
    body.put("termsReviewedAt", day(form, "termsReviewedOn"));
    body.put("expiresAt", day(form, "expiresOn"));
    body.put("allowedFields", Forms.boxes(request, "allowedFields"));
    number(form, body);
    return body;
  }

  /// A day of a form is its first moment; what is no day, the API refuses by its name.
  private static String day(Map<String, String> form, String field) {
    return form.getOrDefault(field, "") + "T00:00:00Z";
  }

  private static void number(Map<String, String> form, Map<String, Object> body) {
    Forms.number(form, "cadenceMinutes").ifPresent(minutes -> body.put("cadenceMinutes", minutes));
  }

  private HttpResponse<?> act(
      HttpRequest<?> request,
      Caller caller,
      Map<String, String> form,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        call,
        Forms.backTo(
            Viewer.SOURCES.path(),
            (visit, answer) ->
                page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    Refusal.sentences(answer))));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Caller caller, List<String> refusals) {
    Answer sources = api.get("/sources", visit.sender());
    SourcesPage page =
        new SourcesPage(
            Json.list(sources.body(), "sources").stream().map(SourcesPages::line).toList(),
            caller.may(DECIDE),
            refusals);
    return pages.page(
        status, "sources", visit.frame("Sources", Viewer.SOURCES.path()), Map.of("page", page));
  }

  private static Line line(JsonNode source) {
    String refusal = Json.text(source, "refusal");
    String end = Json.text(source, "permit", "expiresAt");
    JsonNode permit = source.get("permit");
    return new Line(
        Json.text(source, "source"),
        !end.isEmpty(),
        refusal.isEmpty() ? "fetched" : refusal.replace('_', ' '),
        Json.text(source, "permit", "accessBasis"),
        Json.text(source, "permit", "approvedBy"),
        until(end),
        permit == null ? "" : fields(permit),
        Json.list(source, "targets").stream().map(SourcesPages::target).toList());
  }

  /// What the sandbox's permits say is no date that anybody waits for.
  private static String until(String end) {
    if (end.isEmpty()) {
      return "";
    }
    return end.startsWith("9999-") ? "without end" : "until " + Words.moment(end);
  }

  private static String fields(JsonNode permit) {
    return String.join(
        ", ", Json.list(permit, "allowedFields").stream().map(JsonNode::getStringValue).toList());
  }

  private static TargetLine target(JsonNode target) {
    JsonNode active = target.get("active");
    boolean on = active != null && active.isBoolean() && active.getBooleanValue();
    return new TargetLine(
        Json.text(target, "market"),
        Json.text(target, "place"),
        Json.number(target, "cadenceMinutes") + " min",
        on ? "on" : "off");
  }
}
