package com.aiqleads.marketplace.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hears webhooks, to the byte.
final class Ear implements AutoCloseable {

  record Heard(String body, String signature) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Ear() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen", e);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            heard.add(
                new Heard(
                    new String(body, StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/stripe");
  }

  List<Heard> next(int count) throws InterruptedException {
    List<Heard> next = new ArrayList<>();
    while (next.size() < count) {
      Heard one = heard.poll(20, TimeUnit.SECONDS);
      if (one == null) {
        throw new AssertionError("only " + next.size() + " of " + count + " came");
      }
      next.add(one);
    }
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
