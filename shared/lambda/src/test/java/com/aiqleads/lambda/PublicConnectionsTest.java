package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class PublicConnectionsTest {

  private final PublicConnections connections = new PublicConnections(Set.of("127.0.0.1"));

  @Test
  void leadsToTheAddressThatWasFound() throws IOException {
    List<Socket> begun = new ArrayList<>();
    try (ServerSocket server = server();
        Socket socket = connections.open(address("http", server), begun::add)) {
      assertThat(socket.getPort()).isEqualTo(server.getLocalPort());
      assertThat(begun).containsExactly(socket);
    }
  }

  @Test
  void leadsNowhereInside() {
    for (String inside :
        List.of("https://localhost/", "http://169.254.169.254/", "http://[::1]/")) {
      assertThatThrownBy(() -> connections.open(URI.create(inside), _ -> {}))
          .as(inside)
          .isInstanceOf(PublicAddress.ClosedAddressException.class);
    }
  }

  @Test
  void leadsNowhereInSomebodysName() {
    for (String odd : List.of("http://user@127.0.0.1/", "mailto:somebody", "http:///path")) {
      assertThatThrownBy(() -> connections.open(URI.create(odd), _ -> {}))
          .as(odd)
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void believesNoServerThatDoesNotShowWhoItIs() throws Exception {
    try (ServerSocket server = server()) {
      Thread.ofVirtual().start(() -> answerInClear(server));

      assertThatThrownBy(() -> connections.open(address("https", server), _ -> {}))
          .isInstanceOf(SSLException.class);
    }
  }

  private static void answerInClear(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      while (socket.getInputStream().read() >= 0) {}
    } catch (IOException _) {
      // The other side has gone.
    }
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
  }

  private static URI address(String scheme, ServerSocket server) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/");
  }
}
