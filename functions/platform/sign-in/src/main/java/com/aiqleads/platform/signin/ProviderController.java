package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.lambda.http.Unavailable;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.signin.DepartToProvider.Departed;
import com.aiqleads.platform.signin.DepartToProvider.NoSuchProvider;
import com.aiqleads.platform.signin.DepartToProvider.Unreachable;
import com.aiqleads.platform.signin.ProviderViews.DepartureView;
import com.aiqleads.platform.signin.ProviderViews.ProvidersView;
import com.aiqleads.platform.signin.openid.Providers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/providers")
@Tag(name = "Sessions")
final class ProviderController {

  static final String UNREACHABLE = "The provider does not answer as it should: try again later.";

  private final Providers providers;
  private final DepartToProvider departToProvider;
  private final Throttle throttle;

  ProviderController(Providers providers, DepartToProvider departToProvider, Throttle throttle) {
    this.providers = providers;
    this.departToProvider = departToProvider;
    this.throttle = throttle;
  }

  @Get
  @Operation(summary = "Providers", description = "Who else can tell us who somebody is.")
  ProvidersView listProviders() {
    return ProvidersView.of(providers.all());
  }

  @Post("/{id}/departures")
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Leave for a provider",
      description =
          "Says where to send a browser. Whoever calls this for a browser keeps `browser` where"
              + " that browser alone can show it, such as a cookie.")
  HttpResponse<DepartureView> departToProvider(HttpRequest<?> request, String id) {
    throttle.admit(request, Limit.PROVIDER_VISITS);
    return switch (depart(id)) {
      case Departed departed ->
          SessionAnswers.secret(HttpStatus.CREATED, DepartureView.of(departed));
      case NoSuchProvider _ -> throw new NotFound("no-such-provider", "There is no such provider.");
      case Unreachable _ -> throw new Unavailable(UNREACHABLE);
    };
  }

  private DepartToProvider.Outcome depart(String id) {
    return ProviderId.find(id).map(departToProvider::depart).orElseGet(NoSuchProvider::new);
  }
}
