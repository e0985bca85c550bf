package com.aiqleads.platform.serveconsole;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Renders the templates, which are compiled with the function.
@Singleton
final class Pages {

  static final MediaType HTML = new MediaType("text/html; charset=utf-8");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.precompiled");

  MutableHttpResponse<String> page(String template, Frame frame, Map<String, ?> model) {
    return page(HttpStatus.OK, template, frame, model);
  }

  MutableHttpResponse<String> page(
      HttpStatus status, String template, Frame frame, Map<String, ?> model) {
    Map<String, Object> parameters = new LinkedHashMap<>(model);
    parameters.put("frame", frame);
    StringOutput output = new StringOutput();
    templates.render(template + ".jte", parameters, output);
    return HttpResponse.<String>status(status).body(output.toString()).contentType(HTML);
  }

  MutableHttpResponse<String> refusal(HttpStatus status, Visit visit, Refusal refusal) {
    return page(status, "refusal", visit.frame(refusal.title(), ""), Map.of("refusal", refusal));
  }

  MutableHttpResponse<String> formRefused(HttpRequest<?> request) {
    return refusal(
        HttpStatus.FORBIDDEN,
        new Visit(request, Optional.empty()),
        new Refusal(
            "Not sent",
            "This form is too old or came from another site. Go back, load the page again, and"
                + " send it once more.",
            List.of(),
            "/console",
            null));
  }
}
