package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.http.MediaType;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;
import jakarta.inject.Singleton;
import java.util.List;

/// Hands requests of the gateway to the framework's routes and filters.
@Singleton
final class GatewayHandler
    extends ServletHttpHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final BinaryTypeConfiguration binaryTypes;
  private final BodyBuilder bodies;

  GatewayHandler(
      ApplicationContext context, BinaryTypeConfiguration binaryTypes, BodyBuilder bodies) {
    super(context, context.getConversionService());
    this.binaryTypes = binaryTypes;
    // Not among those that the framework knows to be no text.
    binaryTypes.setAdditionalTypes(List.of(MediaType.APPLICATION_PDF));
    this.bodies = bodies;
  }

  @Override
  protected ServletExchange<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> createExchange(
      APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse ignored) {
    return new GatewayRequest<>(
        event,
        applicationContext.getConversionService(),
        new GatewayResponse<>(applicationContext.getConversionService(), binaryTypes),
        bodies);
  }
}
