package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/// Whatever goes wrong, a browser gets a page to read, and not the problem that is for programs.
@ServerFilter("/console/**")
final class ProblemPages implements Ordered {

  private final Pages pages;

  ProblemPages(Pages pages) {
    this.pages = pages;
  }

  @ResponseFilter
  void show(HttpRequest<?> request, Optional<Caller> caller, MutableHttpResponse<?> response) {
    if (request.accept().contains(MediaType.TEXT_HTML_TYPE)
        && response.body() instanceof Problem problem) {
      Visit visit = new Visit(request, caller);
      MutableHttpResponse<String> page =
          pages.refusal(response.status(), visit, Refusal.of(problem));
      response.body(page.body()).contentType(Pages.HTML);
    }
  }
}
