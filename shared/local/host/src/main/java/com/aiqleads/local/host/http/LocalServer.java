package com.aiqleads.local.host.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server that nobody outside this computer can reach; each request has its virtual thread.
public final class LocalServer implements AutoCloseable {

  static {
    // Without it each answer waits for the client's delayed acknowledgement, about 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "65536");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// What answers a request; it may throw, which closes the connection.
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// The port 0 means any free one.
  public LocalServer(int port, String property, Answering answering) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException e) {
      throw new PortTaken(port, property, e);
    } catch (IOException e) {
      throw new IllegalStateException("no server could be opened on port " + port, e);
    }
    server.createContext("/", exchange -> answer(answering, exchange));
    server.setExecutor(threads);
    server.start();
  }

  private static void answer(Answering answering, HttpExchange exchange) throws IOException {
    try (exchange) {
      answering.answer(exchange);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /// Stops listening and gives requests under way the given time to end.
  public void close(int seconds) {
    server.stop(seconds);
    threads.shutdownNow();
  }

  @Override
  public void close() {
    close(0);
  }
}
