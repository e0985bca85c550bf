package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The plan of the team. What another would cost is looked at before it is chosen.
@Controller("/console/plan")
final class PlanPages {

  private static final String PATH = "/console/plan";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  PlanPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> plan(
      HttpRequest<?> request,
      Caller caller,
      @QueryValue Optional<String> plan,
      @QueryValue Optional<String> below) {
    Visit visit = new Visit(request, Optional.of(caller));
    return page(HttpStatus.OK, visit, caller, List.of(), plan, below);
  }

  @Post("/choice")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> choose(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> wish = Map.of("plan", form.getOrDefault("plan", ""));
    return act(request, caller, form, visit -> api.put("/subscription", wish, visit.sender()));
  }

  @Post("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete("/subscription", visit.sender()));
  }

  @Post("/pause")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pause(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(
        request, caller, form, visit -> api.post("/subscription/pause", Map.of(), visit.sender()));
  }

  @Post("/resumption")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resume(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete("/subscription/pause", visit.sender()));
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
            PATH,
            (visit, answer) ->
                page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    Refusal.sentences(answer),
                    Optional.empty(),
                    Optional.empty())));
  }

  private HttpResponse<?> page(
      HttpStatus status,
      Visit visit,
      Caller caller,
      List<String> refusals,
      Optional<String> looked,
      Optional<String> below) {
    Answer subscription = api.get("/subscription", visit.sender());
    Answer plans = api.get("/plans", visit.sender());
    String page = below.map(text -> "?below=" + Api.segment(text)).orElse("");
    Answer invoices = api.get("/invoices" + page, visit.sender());
    Optional<Answer> failed =
        Stream.of(subscription, plans, invoices).filter(it -> !it.succeeded()).findFirst();
    if (failed.isPresent()) {
      return pages.refusal(
          HttpStatus.valueOf(failed.get().status()),
          visit,
          Refusal.of(failed.get(), Viewer.LEADS.path()));
    }
    PlanPage shown =
        shown(
            subscription.body(),
            plans,
            invoices,
            looked.map(plan -> quoted(plan, visit)).orElse(null),
            caller.may("platform:write"),
            refusals);
    return pages.page(
        status, "plan", visit.frame("Plan", Viewer.PLAN.path()), Map.of("page", shown));
  }

  private PlanPage.Preview quoted(String plan, Visit visit) {
    String path = "/subscription/quote?plan=" + Api.segment(plan);
    return PlanWords.preview(plan, api.get(path, visit.sender()));
  }

  private static PlanPage shown(
      JsonNode subscription,
      Answer plans,
      Answer invoices,
      PlanPage.@Nullable Preview preview,
      boolean mayChange,
      List<String> refusals) {
    @Nullable String next = PlanWords.next(subscription);
    String state = Json.text(subscription, "state");
    String older = invoices.text("next");
    String paidPlan = Json.text(subscription, "paidPlan");
    return new PlanPage(
        Words.sentence(Json.text(subscription, "plan")),
        PlanWords.paid(subscription),
        next,
        state.equals("active") && next == null,
        state.equals("paused") || next != null,
        PlanWords.overdue(subscription),
        PlanWords.parked(subscription),
        PlanWords.money(subscription, "purchased"),
        Json.list(plans.body(), "plans").stream()
            .map(plan -> PlanWords.offer(plan, paidPlan))
            .toList(),
        preview,
        Json.list(invoices.body(), "invoices").stream().map(PlanWords::invoice).toList(),
        older.isEmpty() ? null : PATH + "?below=" + Api.segment(older),
        mayChange,
        refusals);
  }
}
