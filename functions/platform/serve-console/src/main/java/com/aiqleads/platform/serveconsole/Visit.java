package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.TreeSet;

/// One look at the console: the request, and whose it is.
record Visit(HttpRequest<?> request, Optional<Caller> caller) {

  static final String FORM_SECRET = "console.form-secret";

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

  Optional<String> accessToken() {
    return Cookies.SESSION.in(request);
  }

  String pathAndQuery() {
    String query = request.getUri().getRawQuery();
    return request.getUri().getRawPath() + (query == null ? "" : "?" + query);
  }
}
