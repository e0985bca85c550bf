package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.manageaccount.ApiKeyViews.ApiKeyMadeView;
import com.aiqleads.platform.manageaccount.ApiKeyViews.ApiKeyView;
import com.aiqleads.platform.manageaccount.ApiKeyViews.ApiKeysView;
import com.aiqleads.platform.manageaccount.ManageKeys.Made;
import com.aiqleads.platform.manageaccount.ManageKeys.SessionOver;
import com.aiqleads.platform.manageaccount.ManageKeys.TooMany;
import com.aiqleads.platform.manageaccount.ManageKeys.Unconfirmed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Keys are made by people only: a key that could make keys would never end.
@Controller("/api-keys")
@Tag(name = "API keys")
final class ApiKeyController {

  private final ManageKeys keys;

  ApiKeyController(ManageKeys keys) {
    this.keys = keys;
  }

  @Get
  @Operation(summary = "List the API keys of my team", description = "Without their secrets.")
  ApiKeysView apiKeys(@Parameter(hidden = true) Caller caller) {
    String _ = caller.sessionWithRights();
    return new ApiKeysView(keys.list(caller.team()).stream().map(ApiKeyView::of).toList());
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Make an API key",
      description =
          "For a program, with some of the scopes of its maker, whose mail address is confirmed."
              + " Shown this one time.")
  HttpResponse<ApiKeyMadeView> makeApiKey(
      @Parameter(hidden = true) Caller caller, @Body ApiKeyRequest body) {
    FamilyId session = FamilyId.parse(caller.sessionWithRights());
    return switch (keys.make(person(caller), session, body.checked(caller.scopes()))) {
      case Made made -> secret(HttpStatus.CREATED, ApiKeyMadeView.of(made));
      case TooMany _ ->
          throw new Conflict(
              "too-many-keys",
              "A team has at most " + ApiKey.MOST_OF_A_TEAM + " keys: revoke one.");
      case Unconfirmed _ ->
          throw new Forbidden("unconfirmed-address", "Confirm your mail address first.");
      case SessionOver _ ->
          throw new Unauthorized("session-over", "The session is over: sign in again.");
    };
  }

  @Post("/{id}/rotation")
  @Operation(
      summary = "Rotate an API key",
      description =
          "A new secret, for its maker alone; the one before is good for another 24 hours.")
  HttpResponse<ApiKeyMadeView> rotateApiKey(@Parameter(hidden = true) Caller caller, String id) {
    return keys.rotate(person(caller), key(id))
        .map(made -> secret(HttpStatus.OK, ApiKeyMadeView.of(made)))
        .orElseThrow(ApiKeyController::unknown);
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Revoke an API key",
      description =
          "One's own, or any of a team that one manages. It is exchanged no more; its last token"
              + " ends within 15 minutes.")
  void revokeApiKey(@Parameter(hidden = true) Caller caller, String id) {
    if (!keys.revoke(person(caller), key(id), mayAll(caller))) {
      throw unknown();
    }
  }

  private static SessionOwner person(Caller caller) {
    String _ = caller.sessionWithRights();
    return new SessionOwner(caller.user(), caller.team());
  }

  private static boolean mayAll(Caller caller) {
    return caller.may(Scope.PLATFORM_WRITE.text());
  }

  private static ApiKeyId key(String id) {
    try {
      return ApiKeyId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("unknown-key", "There is no such key that you may change.");
  }

  private static <T> HttpResponse<T> secret(HttpStatus status, T body) {
    return HttpResponse.<T>status(status).header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
  }
}
