package com.aiqleads.lambda.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives controllers of public routes the [Caller], if somebody is known to call.
@Singleton
final class OptionalCallerBinder implements TypedRequestArgumentBinder<Optional<Caller>> {

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Argument<Optional<Caller>> argumentType() {
    return (Argument) Argument.of(Optional.class, Caller.class);
  }

  @Override
  public BindingResult<Optional<Caller>> bind(
      ArgumentConversionContext<Optional<Caller>> context, HttpRequest<?> request) {
    Optional<Caller> caller = request.getUserPrincipal(Authentication.class).map(Callers::of);
    return () -> Optional.of(caller);
  }
}
