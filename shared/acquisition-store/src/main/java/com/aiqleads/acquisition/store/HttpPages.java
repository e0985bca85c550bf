package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Departure;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.PublicAddress;
import com.aiqleads.lambda.PublicConnections;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The web, a connection for each request: no redirects, no cookies, no more bytes and no more
/// time than the limits. As nothing lies between it and the wire, it knows when a request has left.
final class HttpPages implements FetchPage, AutoCloseable {

  static final int MAX_BYTES = 8 * 1024 * 1024;

  /// What only a sandbox's policy names; a policy of a real source may name no address at all.
  private static final Set<String> SANDBOX = Set.of("127.0.0.1");

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
  private final Duration maxTime;
  private final Duration pulse;
  private final PublicConnections connections;

  HttpPages(Duration maxTime) {
    this(maxTime, Departure.PULSE);
  }

  HttpPages(Duration maxTime, Duration pulse) {
    this(maxTime, pulse, new PublicConnections(SANDBOX));
  }

  HttpPages(Duration maxTime, PublicAddress.Resolve resolve, SSLSocketFactory tls) {
    this(maxTime, Departure.PULSE, new PublicConnections(resolve, SANDBOX, tls));
  }

  private HttpPages(Duration maxTime, Duration pulse, PublicConnections connections) {
    this.maxTime = maxTime;
    this.pulse = pulse;
    this.connections = connections;
  }

  @Override
  public PageAnswer fetch(
      PageRequest request, Validators known, String userAgent, Departure departure) {
    byte[] wire = wire(request, known, userAgent);
    AtomicReference<@Nullable Socket> open = new AtomicReference<>();
    Future<PageAnswer> answer =
        threads.submit(() -> exchanged(request.url(), wire, departure, open));
    try {
      return awaited(answer, departure);
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching", e);
    } finally {
      close(open.get());
      answer.cancel(true);
    }
  }

  private PageAnswer awaited(Future<PageAnswer> answer, Departure departure)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + maxTime.toNanos();
    for (long left = maxTime.toNanos(); left > 0; left = end - System.nanoTime()) {
      try {
        return answer.get(Math.min(left, pulse.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        departure.underWay();
      }
    }
    return new PageAnswer.Failed("no whole answer within " + maxTime.toSeconds() + " s");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private PageAnswer exchanged(
      URI url, byte[] wire, Departure departure, AtomicReference<@Nullable Socket> open)
      throws IOException {
    try (Socket socket = connections.open(url, open::set)) {
      if (!departure.awaited()) {
        return new PageAnswer.NotSent();
      }
      OutputStream out = socket.getOutputStream();
      out.write(wire);
      out.flush();
      departure.left();
      return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()), MAX_BYTES);
    }
  }

  private static byte[] wire(PageRequest request, Validators known, String userAgent) {
    URI url = URI.create(request.url().toASCIIString());
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder text = new StringBuilder(512);
    text.append(request.isPost() ? "POST " : "GET ").append(path).append(query);
    text.append(" HTTP/1.1\r\n");
    header(text, "Host", url.getRawAuthority());
    header(text, "User-Agent", userAgent);
    header(text, "Accept", "text/html,application/json,*/*;q=0.5");
    header(text, "Accept-Encoding", "gzip");
    header(text, "Connection", "close");
    if (!known.entityTag().isEmpty()) {
      header(text, "If-None-Match", known.entityTag());
    } else if (!known.lastModified().isEmpty()) {
      header(text, "If-Modified-Since", known.lastModified());
    }
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    if (request.isPost()) {
      header(text, "Content-Type", request.contentType());
      header(text, "Content-Length", String.valueOf(body.length));
    }
    byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] wire = new byte[head.length + body.length];
    System.arraycopy(head, 0, wire, 0, head.length);
    System.arraycopy(body, 0, wire, head.length, body.length);
    return wire;
  }

  /// Of a value with anything that could end its line nothing is sent.
  private static void header(StringBuilder text, String name, String value) {
    if (value.chars().noneMatch(Character::isISOControl)) {
      text.append(name).append(": ").append(value).append("\r\n");
    }
  }

  private static PageAnswer failed(Throwable cause) {
    if (cause instanceof IOException) {
      return new PageAnswer.Failed(cause.getClass().getSimpleName());
    }
    // Not the site's fault: the turn could not be awaited, or not be told of.
    throw cause instanceof RuntimeException ours
        ? ours
        : new IllegalStateException("cannot fetch", cause);
  }

  private static void close(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is left in any case.
      }
    }
  }
}
