package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// The three ports of the host. They are taken before anything else is started, so that a taken
/// port costs a second and not a start; until their insides are ready they answer 503.
final class Doors implements AutoCloseable {

  /// One port and what stands behind it.
  static final class Door {
    private volatile LocalServer.Answering inside = Doors::starting;
    private final LocalServer server;

    Door(int port, String property) {
      server = new LocalServer(port, property, exchange -> inside.answer(exchange));
    }

    void open(LocalServer.Answering answering) {
      inside = answering;
    }

    String address() {
      return server.uri().toString();
    }

    LocalServer server() {
      return server;
    }
  }

  private static void starting(HttpExchange exchange) throws IOException {
    Answers.json(exchange, 503, Json.object().put("message", "AIQLeads is starting"));
  }

  private static final int LAST_REQUESTS_SECONDS = 5;

  private final Door gateway;
  private final Door aws;
  private final Door admin;

  Doors(LocalOptions options) {
    gateway = new Door(options.port(), LocalOptions.PORT);
    aws = new Door(options.awsPort(), LocalOptions.AWS_PORT);
    admin = new Door(options.adminPort(), LocalOptions.ADMIN_PORT);
  }

  Door gateway() {
    return gateway;
  }

  Door aws() {
    return aws;
  }

  Door admin() {
    return admin;
  }

  /// Lets nobody in any more and waits for those inside.
  void closeGateway() {
    gateway.server().close(LAST_REQUESTS_SECONDS);
  }

  @Override
  public void close() {
    gateway.server().close();
    aws.server().close();
    admin.server().close();
  }
}
