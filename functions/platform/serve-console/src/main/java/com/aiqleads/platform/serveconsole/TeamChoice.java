package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.Map;

/// Goes on in another team: the session is exchanged for one there.
final class TeamChoice {

  private TeamChoice() {}

  static Answer of(Api api, Visit visit, String team) {
    String refreshToken = Cookies.REFRESH.in(visit.request()).orElse("");
    return api.post(
        "/sessions/team", Map.of("team", team, "refreshToken", refreshToken), visit.sender());
  }

  static HttpResponse<?> enter(Answer answer) {
    return HttpResponse.seeOther(URI.create("/console"))
        .cookie(Cookies.SESSION.with(answer.text("accessToken")))
        .cookie(Cookies.REFRESH.with(answer.text("refreshToken")));
  }
}
