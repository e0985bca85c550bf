package com.aiqleads.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpServicesTest {
  @RegisterExtension static final DynamoService tables = new DynamoService();
  @RegisterExtension static final QueueService queues = new QueueService();
  @RegisterExtension static final ObjectService objects = new ObjectService();
  @RegisterExtension static final SearchService search = new SearchService();

  @Test
  void runEachAtItsOwnAddress() throws Exception {
    var addresses =
        new URI[] {tables.endpoint(), queues.endpoint(), objects.endpoint(), search.endpoint()};

    assertThat(addresses).doesNotHaveDuplicates();
    for (URI address : addresses) {
      try (var socket = new Socket(address.getHost(), address.getPort())) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  @Test
  void stayTheSameInAllClasses() {
    assertThat(new ObjectService().endpoint()).isEqualTo(objects.endpoint());
  }
}
