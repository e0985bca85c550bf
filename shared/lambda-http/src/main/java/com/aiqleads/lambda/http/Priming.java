package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Primed;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for what nobody has before a snapshot is taken, so that what every request needs is
/// loaded and linked in it: routes, filters, the problem and its JSON, and what parts of the
/// function load slowly ([Primed]). No store is asked, so nothing is changed, and no connection
/// or credential gets into the snapshot.
final class Priming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final String NOWHERE = "/nothing-is-here";

  private final GatewayHandler handler;
  private final Supplier<Collection<Primed>> others;

  Priming(GatewayHandler handler, Supplier<Collection<Primed>> others) {
    this.handler = handler;
    this.others = others;
  }

  /// The context of hooks holds its members weakly: who registers one keeps it.
  static Priming registered(ApplicationContext context) {
    Priming priming =
        new Priming(
            context.getBean(GatewayHandler.class), () -> context.getBeansOfType(Primed.class));
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /// A function that starts slowly is better than a version that cannot be published.
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      APIGatewayV2HTTPResponse answer =
          handler
              .exchange(request(), new APIGatewayV2HTTPResponse())
              .getResponse()
              .getNativeResponse();
      others.get().forEach(Primed::prime);
      LOG.atInfo().addKeyValue("status", answer.getStatusCode()).log("primed");
    } catch (Exception e) {
      LOG.warn("not primed", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing of the snapshot has to be made again.
  }

  private static APIGatewayV2HTTPEvent request() {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setVersion("2.0");
    event.setRawPath(NOWHERE);
    event.setRawQueryString("");
    event.setHeaders(Map.of("host", "localhost", "accept", "application/json"));
    event.setRequestContext(
        RequestContext.builder()
            .withHttp(
                Http.builder()
                    .withMethod("GET")
                    .withPath(NOWHERE)
                    .withProtocol("HTTP/1.1")
                    .withSourceIp("127.0.0.1")
                    .build())
            .build());
    return event;
  }
}
