package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.TeamPage.Invitation;
import com.aiqleads.platform.serveconsole.TeamPage.Member;
import com.aiqleads.platform.serveconsole.TeamPage.OtherTeam;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Who is in the team, who is invited, and the way into another team.
@Controller("/console/team")
final class TeamPages {

  private static final List<String> GIVEN_BY_MANAGERS =
      List.of("buyer", "analyst", "marketer", "candidate");
  private static final List<String> GIVEN_BY_ADMINS = List.of("support", "admin");

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  TeamPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> team(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), caller, List.of());
  }

  @Post("/invitations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> invite(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit ->
            api.post(
                "/team/invitations",
                Map.of(
                    "email",
                    form.getOrDefault("email", ""),
                    "roles",
                    Forms.boxes(request, "roles")),
                visit.sender()));
  }

  @Post("/invitations/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit -> api.delete("/team/invitations/" + Api.segment(id), visit.sender()));
  }

  @Post("/members/{id}/roles")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> setRoles(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit ->
            api.put(
                "/team/members/" + Api.segment(id) + "/roles",
                Map.of("roles", Forms.boxes(request, "roles")),
                visit.sender()));
  }

  @Post("/members/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit -> api.delete("/team/members/" + Api.segment(id), visit.sender()));
  }

  @Post("/choice")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> choose(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> TeamChoice.of(api, visit, form.getOrDefault("team", "")),
        (visit, answer) ->
            answer.succeeded() ? TeamChoice.enter(answer) : refused(visit, caller, answer));
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
        Forms.backTo(Viewer.TEAM.path(), (visit, answer) -> refused(visit, caller, answer)));
  }

  private HttpResponse<?> refused(Visit visit, Caller caller, Answer answer) {
    return page(HttpStatus.valueOf(answer.status()), visit, caller, Refusal.sentences(answer));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Caller caller, List<String> refusals) {
    Answer me = api.get("/me", visit.sender());
    if (!me.succeeded()) {
      return pages.refusal(HttpStatus.valueOf(me.status()), visit, Refusal.of(me, "/console"));
    }
    TeamPage team = team(visit, caller, me.body(), refusals);
    return pages.page(
        status, "team", visit.frame("Team", Viewer.TEAM.path()), Map.of("team", team));
  }

  private TeamPage team(Visit visit, Caller caller, JsonNode me, List<String> refusals) {
    boolean manages = caller.may("platform:write");
    String own = Json.text(me, "team", "id");
    List<String> roles = new ArrayList<>(GIVEN_BY_MANAGERS);
    if (caller.may("platform:admin")) {
      roles.addAll(GIVEN_BY_ADMINS);
    }
    return new TeamPage(
        Json.text(me, "team", "name"),
        manages,
        roles,
        list("/team/members", "members", visit).stream()
            .map(member -> member(member, Json.text(me, "id")))
            .toList(),
        manages
            ? list("/team/invitations", "invitations", visit).stream()
                .map(TeamPages::invitation)
                .toList()
            : List.of(),
        Json.list(me, "teams").stream()
            .map(team -> new OtherTeam(Json.text(team, "id"), Json.text(team, "name")))
            .filter(team -> !team.id().equals(own))
            .toList(),
        refusals);
  }

  private List<JsonNode> list(String path, String name, Visit visit) {
    return Json.list(api.get(path, visit.sender()).body(), name);
  }

  private static Member member(JsonNode member, String self) {
    String id = Json.text(member, "id");
    return new Member(
        id,
        Json.text(member, "name"),
        Json.text(member, "email"),
        Json.list(member, "roles").stream().map(JsonNode::getStringValue).toList(),
        id.equals(self));
  }

  private static Invitation invitation(JsonNode invitation) {
    return new Invitation(
        Json.text(invitation, "id"),
        Json.text(invitation, "email"),
        String.join(
            ", ", Json.list(invitation, "roles").stream().map(JsonNode::getStringValue).toList()),
        Words.moment(Json.text(invitation, "expiresAt")));
  }
}
