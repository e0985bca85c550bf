package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;

/// The description of the HTTP API, for programs and for people.
@Hidden
@Controller
final class ReferencePages {

  private final Pages pages;
  private final ApiDescription description;

  ReferencePages(Pages pages, ApiDescription description) {
    this.pages = pages;
    this.description = description;
  }

  @Get("/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<byte[]> document() {
    return HttpResponse.ok(description.document());
  }

  @Get("/docs")
  HttpResponse<?> reference(HttpRequest<?> request, Optional<Caller> caller) {
    Frame frame = new Visit(request, caller).frame("API", Viewer.REFERENCE.path());
    return pages.page("reference", frame, Map.of("reference", description.reference()));
  }
}
