package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Client;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.TreeSet;

/// One look at the console: the request, and whose it is.
record Visit(HttpRequest<?> request, Optional<Caller> caller) {

  static final String FORM_SECRET = "console.form-secret";

  /// By whoever it is; what the page shows does not depend on it.
  static Visit of(HttpRequest<?> request) {
    return new Visit(request, Optional.empty());
  }

  Frame frame(String title, String section) {
    String secret = request.getAttribute(FORM_SECRET, String.class).orElse("");
    return new Frame(
        title,
        section,
        pathAndQuery(),
        viewer(),
        Theme.of(Cookies.THEME.in(request).orElse("")),
        FormGuard.tokenFor(secret));
  }

  Optional<Viewer> viewer() {
    return caller.map(
        someone -> new Viewer(String.join(", ", new TreeSet<>(someone.roles())), someone.scopes()));
  }

  Api.Sender sender() {
    return new Api.Sender(Cookies.SESSION.in(request), Client.of(request));
  }

  /// In the browser's name only: for what a token that has ended must not get in the way of.
  static Api.Sender stranger(HttpRequest<?> request) {
    return new Api.Sender(Optional.empty(), Client.of(request));
  }

  String pathAndQuery() {
    String query = request.getUri().getRawQuery();
    return request.getUri().getRawPath() + (query == null ? "" : "?" + query);
  }
}
