package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.lambda.http.Unprocessable;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Endpoints;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the header `List-Unsubscribe` of letters leads, as RFC 8058 has it: a mail program posts
/// there when its reader pushes the button, and a reader whose program has none opens it. To look
/// at a link stops nothing: programs open links before people do.
@Controller("/endpoint-stops")
@Tag(name = "Delivery")
final class StopsController {

  private static final String TOKEN = "token=";
  private static final String PAGE = "/console/stop-delivery#token=";

  private final Endpoints endpoints;

  StopsController(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Get
  @Status(HttpStatus.SEE_OTHER)
  @Operation(
      summary = "The page on which a reader stops letters with leads",
      description = "It stops nothing by itself.")
  HttpResponse<?> stopPage(
      @QueryValue @Parameter(description = "What stood in the letter.") Optional<String> token) {
    String proof = URLEncoder.encode(checked(token), StandardCharsets.UTF_8);
    return HttpResponse.seeOther(URI.create(PAGE + proof));
  }

  @Post
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Have no more leads come to a mail address",
      description =
          "With the token of any letter there, by whoever reads it; nobody has to sign in. A body,"
              + " such as `List-Unsubscribe=One-Click`, is not looked at. Only whoever reads there can"
              + " agree again.")
  void stopEndpoint(
      HttpRequest<?> request,
      @QueryValue @Parameter(description = "What stood in the letter.") Optional<String> token) {
    if (!endpoints.stop(checked(token.or(() -> inAddress(request))))) {
      throw new Unprocessable(
          "no-such-confirmation",
          "This link is wrong, or of an address that was removed: then nothing comes there.");
    }
  }

  /// What RFC 8058 posts is a form, whose fields hide those of the address.
  private static Optional<String> inAddress(HttpRequest<?> request) {
    return Optional.ofNullable(request.getUri().getRawQuery())
        .filter(query -> query.startsWith(TOKEN))
        .map(query -> query.substring(TOKEN.length()));
  }

  private static String checked(Optional<String> token) {
    Fields fields = new Fields();
    var proof =
        fields.require("token", token.orElse(""), AccessKey::new, "must be that of the letter");
    fields.throwIfAnyIsWrong();
    return proof.orElseThrow().reveal();
  }
}
