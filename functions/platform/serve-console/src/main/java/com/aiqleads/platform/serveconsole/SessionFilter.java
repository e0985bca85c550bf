package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Leads whoever has no session to the sign-in page, and renews a session whose token has ended.
@ServerFilter("/console/**")
final class SessionFilter implements Ordered {

  private static final Set<String> OPEN =
      Set.of(
          "/console/sign-in",
          "/console/sign-in/code",
          "/console/sign-in/password",
          "/console/register",
          "/console/forgot-password",
          "/console/reset-password",
          "/console/confirm-delivery",
          "/console/stop-delivery",
          "/console/theme",
          "/console/sign-out",
          ExclusivityPages.PATH);
  private static final String ASSETS = "/console/assets/";
  private static final String RECEIPTS = ExclusivityPages.PATH + "/";
  private static final String PROVIDERS = "/console/sign-in/with/";

  private static final Refusal NOT_SENT =
      new Refusal(
          "Not sent",
          "Another tab was renewing your session just then. Go back and send the form once more.",
          List.of(),
          "/console",
          null);

  private final Api api;
  private final Pages pages;

  SessionFilter(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @RequestFilter
  @Nullable HttpResponse<?> enter(HttpRequest<?> request) {
    String secret = Cookies.FORM.in(request).orElseGet(FormGuard::newSecret);
    request.setAttribute(Visit.FORM_SECRET, secret);
    if (isOpen(request.getPath()) || request.getUserPrincipal().isPresent()) {
      return null;
    }
    Optional<String> refreshToken = Cookies.REFRESH.in(request);
    return refreshToken.isPresent() ? renew(request, refreshToken.get()) : signIn(request);
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!request.getPath().startsWith(ASSETS)) {
      response.header("Cache-Control", "no-store");
      request
          .getAttribute(Visit.FORM_SECRET, String.class)
          .filter(secret -> Cookies.FORM.in(request).isEmpty())
          .ifPresent(secret -> response.cookie(Cookies.FORM.with(secret)));
    }
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path) || Stream.of(ASSETS, PROVIDERS, RECEIPTS).anyMatch(path::startsWith);
  }

  private HttpResponse<?> renew(HttpRequest<?> request, String refreshToken) {
    Answer answer =
        api.post(
            "/sessions/refresh", Map.of("refreshToken", refreshToken), Visit.stranger(request));
    if (answer.status() == HttpStatus.CONFLICT.getCode()) {
      return oneMoment(request);
    }
    if (isOver(answer)) {
      return signIn(request);
    }
    if (!answer.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(answer.status()), Visit.of(request), Refusal.of(answer, "/console"));
    }
    return again(request)
        .cookie(Cookies.SESSION.with(answer.text("accessToken")))
        .cookie(Cookies.REFRESH.with(answer.text("refreshToken")));
  }

  /// The same once more. Of a form the browser keeps what was filled in.
  private static MutableHttpResponse<?> again(HttpRequest<?> request) {
    return isForm(request)
        ? HttpResponse.temporaryRedirect(request.getUri())
        : HttpResponse.seeOther(request.getUri());
  }

  private static boolean isForm(HttpRequest<?> request) {
    return request.getMethod() != HttpMethod.GET;
  }

  /// Not when the API is out of order or asks for patience: the session is still there then.
  private static boolean isOver(Answer answer) {
    return answer.status() >= HttpStatus.BAD_REQUEST.getCode()
        && answer.status() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
        && answer.status() != HttpStatus.TOO_MANY_REQUESTS.getCode();
  }

  /// Another tab has just renewed: its answer brings this browser the new cookies. If it never
  /// comes, the API's patience ends after ten seconds, and so does the session.
  private HttpResponse<?> oneMoment(HttpRequest<?> request) {
    return isForm(request)
        ? pages.refusal(HttpStatus.CONFLICT, Visit.of(request), NOT_SENT)
        : momentAndAgain(request);
  }

  private HttpResponse<?> momentAndAgain(HttpRequest<?> request) {
    return pages
        .page("oneMoment", new Visit(request, Optional.empty()).frame("One moment", ""), Map.of())
        .header("Refresh", "1");
  }

  private static HttpResponse<?> signIn(HttpRequest<?> request) {
    URI page = isForm(request) ? pageOf(request) : request.getUri();
    String to = URLEncoder.encode(page.toString(), StandardCharsets.UTF_8);
    return HttpResponse.seeOther(URI.create("/console/sign-in?to=" + to))
        .cookie(Cookies.SESSION.gone())
        .cookie(Cookies.REFRESH.gone());
  }

  /// Where the form stands: what it is sent to is no page.
  private static URI pageOf(HttpRequest<?> request) {
    String referer = Optional.ofNullable(request.getHeaders().get("Referer")).orElse("");
    return Entrance.ours(referer.replaceFirst("^https?://[^/]*", ""));
  }
}
