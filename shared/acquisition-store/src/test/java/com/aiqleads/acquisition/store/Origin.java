package com.aiqleads.acquisition.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A site that writes down when each request arrived and when its answer was whole, by one clock
/// of its own. It moves some pages, fails on some the first time, and takes a while to answer.
final class Origin implements AutoCloseable {

  private static final int LEAST_MILLIS = 5;
  private static final int MOST_MILLIS = 80;
  private static final int MAX_REQUEST = 4_096;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final List<long[]> visits = new ArrayList<>();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final Random random;

  Origin(long seed) {
    random = new Random(seed);
    try {
      selector = Selector.open();
      server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 500);
      server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serve);
  }

  String authority() {
    return "127.0.0.1:" + server.socket().getLocalPort();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
    later.shutdownNow();
  }

  /// When requests arrived, in nanoseconds.
  long[] arrivals() {
    synchronized (visits) {
      return visits.stream().mapToLong(visit -> visit[0]).sorted().toArray();
    }
  }

  /// How many arrived sooner after another than the interval; so that none did means that in
  /// every window of whole intervals no more arrived than it has.
  int tooSoon(Duration interval) {
    long[] arrivals = arrivals();
    int tooSoon = 0;
    for (int at = 1; at < arrivals.length; at++) {
      tooSoon += arrivals[at] - arrivals[at - 1] < interval.toNanos() ? 1 : 0;
    }
    return tooSoon;
  }

  long leastNanos() {
    long[] arrivals = arrivals();
    long least = Long.MAX_VALUE;
    for (int at = 1; at < arrivals.length; at++) {
      least = Math.min(least, arrivals[at] - arrivals[at - 1]);
    }
    return least;
  }

  /// How many arrived while as many as may be under way already were.
  int tooMany(int maxInFlight) {
    List<long[]> all;
    synchronized (visits) {
      all = List.copyOf(visits);
    }
    int tooMany = 0;
    for (long[] visit : all) {
      long others =
          all.stream()
              .filter(other -> other != visit && other[0] <= visit[0] && other[1] > visit[0])
              .count();
      tooMany += others >= maxInFlight ? 1 : 0;
    }
    return tooMany;
  }

  long arrivedBetween(long from, long until) {
    return Arrays.stream(arrivals()).filter(time -> time >= from && time < until).count();
  }

  private void serve() {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_REQUEST);
    while (selector.isOpen()) {
      try {
        selector.select();
        long now = System.nanoTime();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            server.accept().configureBlocking(false).register(selector, SelectionKey.OP_READ);
          } else {
            read((SocketChannel) key.channel(), buffer.clear(), key, now);
          }
        }
        selector.selectedKeys().clear();
      } catch (IOException | java.nio.channels.ClosedSelectorException _) {
        // A visitor is gone, or all is over.
      }
    }
  }

  /// Requests are short: they come whole.
  private void read(SocketChannel visitor, ByteBuffer buffer, SelectionKey key, long now)
      throws IOException {
    int length = visitor.read(buffer);
    key.cancel();
    if (length <= 0) {
      visitor.close();
      return;
    }
    long[] visit = {now, Long.MAX_VALUE};
    synchronized (visits) {
      visits.add(visit);
    }
    byte[] request = new byte[length];
    buffer.flip().get(request);
    byte[] answer = answer(new String(request, StandardCharsets.US_ASCII).split(" ", 3)[1]);
    var _ =
        later.schedule(
            () -> answer(visitor, answer, visit),
            LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS),
            TimeUnit.MILLISECONDS);
  }

  private static void answer(SocketChannel visitor, byte[] answer, long[] visit) {
    // Before it can be read, or the next visitor might seem to come before this one has left.
    visit[1] = System.nanoTime();
    try (visitor) {
      visitor.write(ByteBuffer.wrap(answer));
    } catch (IOException _) {
      // The visitor is gone.
    }
  }

  private byte[] answer(String path) {
    String head =
        path.equals("/robots.txt")
            ? "301 Moved\r\nLocation: /moved-robots.txt"
            : path.startsWith("/moved/")
                ? "302 Found\r\nLocation: /page/" + path.substring("/moved/".length())
                : path.startsWith("/flaky/") && failed.add(path) ? "500 Broken" : "200 OK";
    String text =
        path.equals("/moved-robots.txt")
            ? "User-agent: *\nDisallow: /private/\n"
            : "<html>" + path + "</html>";
    String answer =
        "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(head, text.length(), text);
    return answer.getBytes(StandardCharsets.US_ASCII);
  }
}
