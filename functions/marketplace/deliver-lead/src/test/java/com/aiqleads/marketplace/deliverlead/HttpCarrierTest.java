package com.aiqleads.marketplace.deliverlead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.PublicAddress;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.marketplace.delivery.Carrier.Answer;
import com.aiqleads.marketplace.delivery.Carrier.Letter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCarrierTest {

  private static final int MOST_ANSWER = 1_000;

  @Test
  void posts() throws IOException {
    try (Receiver receiver = new Receiver();
        HttpCarrier carrier = carrier(Duration.ofSeconds(20))) {
      Answer answer =
          carrier.carry(
              new Letter(receiver.address(), Map.of("webhook-id", "one"), "{\"ü\":1}", 0));

      Answer.Status status = (Answer.Status) answer;
      assertThat(status.code()).isEqualTo(204);
      assertThat(status.comeBack()).contains(Duration.ofHours(2));
      assertThat(receiver.got().getFirst().id()).isEqualTo("one");
      assertThat(receiver.got().getFirst().body()).isEqualTo("{\"ü\":1}");
    }
  }

  @Test
  void goesToThisMachineOnALaptopOnly() throws IOException {
    try (Receiver receiver = new Receiver();
        HttpCarrier laptop = deployed("local");
        HttpCarrier deployed = deployed("prod")) {
      assertThat(laptop.carry(letter(receiver.address()))).isInstanceOf(Answer.Status.class);
      assertThat(deployed.carry(letter(receiver.address())))
          .isEqualTo(new Answer.None("The address leads to no public server.", false));
    }
  }

  private static HttpCarrier deployed(String stage) {
    return new DeliverLeadFactory()
        .carrier(new FunctionIdentity(stage, "marketplace", "deliver-lead"));
  }

  @Test
  void goesWhereEverybodyMayGo() {
    PublicAddress.Resolve inside =
        _ -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
    PublicConnections connections =
        new PublicConnections(inside, Set.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
    try (HttpCarrier carrier = new HttpCarrier(connections, Duration.ofSeconds(20))) {
      assertThat(carrier.carry(letter(URI.create("https://crm.example/"))))
          .isEqualTo(new Answer.None("The address leads to no public server.", false));
    }
  }

  @Test
  void saysThatANameIsUnknown() {
    PublicAddress.Resolve nowhere =
        host -> {
          throw new UnknownHostException(host);
        };
    PublicConnections connections =
        new PublicConnections(nowhere, Set.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
    try (HttpCarrier carrier = new HttpCarrier(connections, Duration.ofSeconds(20))) {
      assertThat(carrier.carry(letter(URI.create("https://crm.example/"))))
          .isEqualTo(new Answer.None("The name of the server is unknown.", false));
    }
  }

  @Test
  void believesNoServerThatDoesNotShowWhoItIs() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpCarrier carrier = carrier(Duration.ofSeconds(20))) {
      Thread talker = Thread.ofVirtual().start(() -> say(server, "HTTP/1.1 200 OK\r\n\r\n"));
      URI secure = URI.create(address(server).toString().replace("http:", "https:"));

      assertThat(carrier.carry(letter(secure)))
          .isEqualTo(
              new Answer.None(
                  "The server's certificate or encryption is not as it must be.", false));
      talker.join();
    }
  }

  @Test
  void stopsWhenItsThreadIsStopped() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpCarrier carrier = carrier(Duration.ofSeconds(20))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> carrier.carry(letter(address(silent))))
          .isInstanceOf(IllegalStateException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void waitsNotForEver() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpCarrier carrier = carrier(Duration.ofSeconds(1))) {
      assertThat(carrier.carry(letter(address(silent))))
          .isEqualTo(new Answer.None("The server did not answer within 1 s.", true));
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    URI address = address(closed);
    closed.close();
    try (HttpCarrier carrier = carrier(Duration.ofSeconds(20))) {
      assertThat(carrier.carry(letter(address)))
          .isEqualTo(new Answer.None("The connection failed.", false));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nwithout an end",
        "",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void believesNothingButHttp(String answer) throws Exception {
    assertThat(answerTo(answer))
        .isEqualTo(new Answer.None("The server did not answer in HTTP.", true));
  }

  @Test
  void readsAHeadOfBoundedLength() throws Exception {
    assertThat(answerTo("HTTP/1.1 200 OK\r\nx: " + "y".repeat(20_000) + "\r\n\r\n"))
        .isEqualTo(new Answer.None("The server did not answer in HTTP.", true));
  }

  @Test
  void readsOverWhatIsNoAnswerYet() throws Exception {
    Answer.Status asked =
        status(
            "HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n",
            "HTTP/1.1 429 Slow down\r\nRETRY-AFTER:  60\r\nodd line\r\n\r\n");
    Answer.Status other =
        status("HTTP/1.1 429\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n\r\n");

    assertThat(asked.code()).isEqualTo(429);
    assertThat(asked.comeBack()).contains(Duration.ofMinutes(1));
    assertThat(other.comeBack()).isEmpty();
  }

  @Test
  void readsABodyOfEachForm() throws Exception {
    assertThat(status("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nwordmore").body())
        .isEqualTo("word");
    assertThat(
            status(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n",
                    "3;a=b\r\nwor\r\n1\r\nd\r\n0\r\n\r\n")
                .body())
        .isEqualTo("word");
    assertThat(status("HTTP/1.1 200 OK\r\n\r\nto the end").body()).isEqualTo("to the end");
    assertThat(status("HTTP/1.1 204 No Content\r\n\r\nnothing").body()).isEmpty();
  }

  @Test
  void readsNoMoreThanIsWanted() throws Exception {
    String longer = "x".repeat(MOST_ANSWER + 1);

    assertThat(status("HTTP/1.1 200 OK\r\n\r\n" + longer).body()).hasSize(MOST_ANSWER);
    assertThat(
            status("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "ffff\r\n" + longer)
                .body())
        .hasSize(MOST_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "5\r\nwor", "g\r\n", "3\r\nwor\r\n"})
  void believesNoPartsThatAreNone(String parts) throws Exception {
    assertThat(answerTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + parts))
        .isEqualTo(new Answer.None("The server did not answer in HTTP.", true));
  }

  private static Answer.Status status(String... said) throws Exception {
    return (Answer.Status) answerTo(said);
  }

  private static Letter letter(URI address) {
    return new Letter(address, Map.of(), "{}", MOST_ANSWER);
  }

  /// What is made of what a server says, word for word.
  private static Answer answerTo(String... said) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpCarrier carrier = carrier(Duration.ofSeconds(20))) {
      Thread talker = Thread.ofVirtual().start(() -> say(server, String.join("", said)));
      Answer answer = carrier.carry(letter(address(server)));
      talker.join();
      return answer;
    }
  }

  private static void say(ServerSocket server, String said) {
    try (Socket socket = server.accept()) {
      byte[] request = new byte[4_096];
      int read = socket.getInputStream().read(request);
      OutputStream out = socket.getOutputStream();
      out.write(read < 0 ? new byte[0] : said.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      // Until the other side has read it and closed.
      while (socket.getInputStream().read(request) >= 0) {}
    } catch (IOException _) {
      // The other side may close first.
    }
  }

  private static URI address(ServerSocket server) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static HttpCarrier carrier(Duration patience) {
    return new HttpCarrier(new PublicConnections(Set.of("127.0.0.1")), patience);
  }
}
