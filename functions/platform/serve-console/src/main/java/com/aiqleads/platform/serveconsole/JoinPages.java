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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an invitation leads to. Whoever is not signed in comes back here after signing in.
@Controller("/console/join")
final class JoinPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  JoinPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> introduce(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), "", List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> join(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Visit visit = new Visit(request, Optional.of(caller));
    String token = form.getOrDefault("token", "");
    Answer joined = api.post("/invitations/acceptance", Map.of("token", token), visit.sender());
    if (!joined.succeeded()) {
      return page(HttpStatus.valueOf(joined.status()), visit, token, Refusal.sentences(joined));
    }
    Answer chosen = TeamChoice.of(api, visit, joined.text("team"));
    return chosen.succeeded()
        ? TeamChoice.enter(chosen)
        : pages.refusal(
            HttpStatus.valueOf(chosen.status()), visit, Refusal.of(chosen, "/console/team"));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, String token, List<String> refusals) {
    return pages.page(
        status,
        "join",
        visit.frame("Join a team", Viewer.TEAM.path()),
        Map.of("token", token, "refusals", refusals));
  }
}
