package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.function.aws.proxy.security.MicronautLambdaAuthenticationFetcher;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// The framework's fetcher believes the header `x-amzn-oidc-identity` and the event's own claims
/// without looking: whoever reaches the function could be anybody.
@Singleton
@Replaces(MicronautLambdaAuthenticationFetcher.class)
final class NoHeaderTrust implements AuthenticationFetcher<HttpRequest<?>> {

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return Publishers.empty();
  }
}
