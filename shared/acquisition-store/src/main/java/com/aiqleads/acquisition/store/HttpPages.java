package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Departure;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The web, a connection for each request: no redirects, no cookies, no more bytes and no more
/// time than the limits. It connects to the very address that was found to be public, so that no
/// second look at the name leads elsewhere; and as nothing lies between it and the wire, it
/// knows when a request has left.
final class HttpPages implements FetchPage, AutoCloseable {

  static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final Duration MAX_CONNECT = Duration.ofSeconds(5);
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
  private final Duration maxTime;
  private final PublicAddress addresses;
  private final SSLSocketFactory tls;

  HttpPages(Duration maxTime) {
    this(maxTime, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  HttpPages(Duration maxTime, PublicAddress.Resolve resolve, SSLSocketFactory tls) {
    this.maxTime = maxTime;
    this.addresses = new PublicAddress(resolve);
    this.tls = tls;
  }

  @Override
  public PageAnswer fetch(
      PageRequest request, Validators known, String userAgent, Departure departure) {
    byte[] wire = wire(request, known, userAgent);
    AtomicReference<@Nullable Socket> open = new AtomicReference<>();
    Future<PageAnswer> answer =
        threads.submit(() -> exchanged(request.url(), wire, departure, open));
    try {
      return answer.get(maxTime.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new PageAnswer.Failed("no whole answer within " + maxTime.toSeconds() + " s");
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

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private PageAnswer exchanged(
      URI url, byte[] wire, Departure departure, AtomicReference<@Nullable Socket> open)
      throws IOException {
    try (Socket socket = connected(url, open)) {
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

  private Socket connected(URI url, AtomicReference<@Nullable Socket> open) throws IOException {
    if (url.getRawUserInfo() != null || url.getHost() == null) {
      throw new UnknownHostException();
    }
    boolean isPlain = url.getScheme().equals("http");
    int port = url.getPort() >= 0 ? url.getPort() : isPlain ? HTTP_PORT : HTTPS_PORT;
    Socket socket = new Socket();
    open.set(socket);
    InetSocketAddress address = new InetSocketAddress(addresses.of(url.getHost()), port);
    socket.connect(address, Math.toIntExact(MAX_CONNECT.toMillis()));
    socket.setTcpNoDelay(true);
    return isPlain ? socket : secured(socket, url.getHost(), port);
  }

  private Socket secured(Socket socket, String host, int port) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
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
