package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/// How a sign-in ends, by whichever way it began: inside, or at one more step.
@Singleton
final class Entrance {

  /// Only addresses of our own, so that nobody is led away after signing in.
  private static final Pattern OUR_PATH = Pattern.compile("/(console|docs)([/?][^\\\\\\s]*)?");

  private static final URI HOME = URI.create("/console");

  private final Pages pages;

  Entrance(Pages pages) {
    this.pages = pages;
  }

  /// After an answer of the API that has let somebody in, or nearly.
  MutableHttpResponse<?> answer(HttpRequest<?> request, Answer answer, String to) {
    if (answer.status() != HttpStatus.ACCEPTED.getCode()) {
      return enter(answer, to);
    }
    String challenge = answer.text("challenge");
    return answer.text("owed").equals("password")
        ? passwordStep(HttpStatus.OK, request, new Step(challenge, to, ""))
        : codeStep(HttpStatus.OK, request, new Step(challenge, to, ""));
  }

  /// What a form for one more step carries along.
  record Step(String challenge, String to, String refusal) {

    static Step again(Map<String, String> form, Answer refused) {
      return new Step(
          form.getOrDefault("challenge", ""), form.getOrDefault("to", ""), Refusal.said(refused));
    }
  }

  MutableHttpResponse<String> codeStep(HttpStatus status, HttpRequest<?> request, Step step) {
    return page(status, request, "secondStep", "One more step", step);
  }

  MutableHttpResponse<String> passwordStep(HttpStatus status, HttpRequest<?> request, Step step) {
    return page(status, request, "passwordStep", "Is this your account?", step);
  }

  private MutableHttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String template, String title, Step step) {
    return pages.page(
        status,
        template,
        Visit.of(request).frame(title, ""),
        Map.of("challenge", step.challenge(), "to", step.to(), "refusal", step.refusal()));
  }

  private static MutableHttpResponse<?> enter(Answer answer, String to) {
    String first = answer.text("mustEnrol").equals("true") ? SecondFactorPages.PATH : to;
    return HttpResponse.seeOther(ours(first))
        .cookie(Cookies.SESSION.with(answer.text("accessToken")))
        .cookie(Cookies.REFRESH.with(answer.text("refreshToken")))
        .cookie(Cookies.FORM.with(FormGuard.newSecret()));
  }

  /// What is no address at all leads nowhere, either.
  static URI ours(String to) {
    try {
      return OUR_PATH.matcher(to).matches() ? new URI(to) : HOME;
    } catch (URISyntaxException _) {
      return HOME;
    }
  }
}
