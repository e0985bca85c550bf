package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.lambda.PublicAddress.ClosedAddressException;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.marketplace.delivery.Carrier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One request on a connection of its own to a public address. It follows nothing and reads no more
/// of the answer than is wanted.
final class HttpCarrier implements Carrier, AutoCloseable {

  private static final String CONTENT_TYPE = "Content-Type";

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
  private final PublicConnections connections;
  private final Duration patience;

  HttpCarrier(PublicConnections connections, Duration patience) {
    this.connections = connections;
    this.patience = patience;
  }

  @Override
  public Answer carry(Letter letter) {
    AtomicReference<@Nullable Socket> open = new AtomicReference<>();
    AtomicBoolean sent = new AtomicBoolean();
    Future<Answer> answer = threads.submit(() -> exchanged(letter, open, sent));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      // Nothing leaves any more; only then it is known whether something has.
      close(open.get());
      return new Answer.None(
          "The server did not answer within " + patience.toSeconds() + " s.", sent.get());
    } catch (ExecutionException e) {
      return new Answer.None(reason(e.getCause() == null ? e : e.getCause()), sent.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    } finally {
      close(open.get());
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Answer exchanged(
      Letter letter, AtomicReference<@Nullable Socket> open, AtomicBoolean sent)
      throws IOException {
    byte[] content = letter.body().getBytes(StandardCharsets.UTF_8);
    try (Socket socket = connections.open(letter.address(), open::set)) {
      OutputStream out = socket.getOutputStream();
      sent.set(true);
      out.write(head(letter, content.length));
      out.write(content);
      out.flush();
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      return AnswerBody.read(AnswerHead.read(in), in, letter.mostAnswer());
    }
  }

  private static byte[] head(Letter letter, int length) {
    URI url = URI.create(letter.address().toASCIIString());
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder text = new StringBuilder(512);
    text.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    text.append("User-Agent: AIQLeads\r\nAccept: application/json\r\n");
    if (!letter.headers().containsKey(CONTENT_TYPE)) {
      text.append(CONTENT_TYPE).append(": application/json\r\n");
    }
    text.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n");
    letter
        .headers()
        .forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// In words for the team, without anything of our network.
  private static String reason(Throwable cause) {
    return switch (cause) {
      case ClosedAddressException _ -> "The address leads to no public server.";
      case UnknownHostException _ -> "The name of the server is unknown.";
      case SSLException _ -> "The server's certificate or encryption is not as it must be.";
      case AnswerHead.MalformedAnswerException _ -> "The server did not answer in HTTP.";
      case IOException _ -> "The connection failed.";
      default -> throw new IllegalStateException("cannot send", cause);
    };
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
