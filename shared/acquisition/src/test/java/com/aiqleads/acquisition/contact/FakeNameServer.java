package com.aiqleads.acquisition.contact;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A name server on this machine that knows a few domains.
public final class FakeNameServer implements AutoCloseable {

  public static final int NO_SUCH_NAME = 3;
  public static final int FAILED = 2;

  private static final int MX = 15;
  private static final int A = 1;

  /// What is said of a domain: a code, mail servers, and whether it is a host.
  public record Said(int code, List<String> mailServers, boolean isHost) {

    public static Said mail(String... servers) {
      return new Said(0, List.of(servers), false);
    }
  }

  private final DatagramSocket socket;
  private final Map<String, Said> domains;

  private FakeNameServer(DatagramSocket socket, Map<String, Said> domains) {
    this.socket = socket;
    this.domains = domains;
  }

  public static FakeNameServer start(Map<String, Said> domains) {
    try {
      DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
      FakeNameServer server = new FakeNameServer(socket, domains);
      Thread.ofPlatform().daemon().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        answer(packet);
      } catch (IOException closed) {
        socket.close();
      }
    }
  }

  /// Domains that it does not know get no answer at all.
  private void answer(DatagramPacket question) throws IOException {
    ByteBuffer asking = ByteBuffer.wrap(question.getData(), 0, question.getLength());
    short id = asking.getShort();
    asking.position(12);
    String name = name(asking);
    int type = asking.getShort();
    int end = asking.position() + 2;
    Said said = domains.get(name);
    if (said == null) {
      return;
    }
    byte[] reply = reply(id, question.getData(), end, said, type);
    socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
  }

  private static byte[] reply(short id, byte[] asked, int end, Said said, int type)
      throws IOException {
    List<byte[]> records = records(said, type);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(id);
    out.writeShort(0x8180 | said.code());
    out.writeShort(1);
    out.writeShort(records.size());
    out.writeInt(0);
    out.write(asked, 12, end - 12);
    for (byte[] record : records) {
      out.write(record);
    }
    return bytes.toByteArray();
  }

  private static List<byte[]> records(Said said, int type) throws IOException {
    if (said.isHost() && (type == A || type == 255)) {
      return List.of(record(A, new byte[] {127, 0, 0, 1}));
    }
    if (type != MX && type != 255) {
      return List.of();
    }
    return said.mailServers().stream().map(server -> record(MX, mail(server))).toList();
  }

  private static byte[] record(int type, byte[] data) {
    return ByteBuffer.allocate(12 + data.length)
        .putShort((short) 0xc00c)
        .putShort((short) type)
        .putShort((short) 1)
        .putInt(60)
        .putShort((short) data.length)
        .put(data)
        .array();
  }

  private static byte[] mail(String server) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0, 10});
    for (String label : server.split("\\.")) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    if (!server.equals(".")) {
      bytes.write(0);
    } else {
      bytes.reset();
      bytes.writeBytes(new byte[] {0, 0, 0});
    }
    return bytes.toByteArray();
  }

  private static String name(ByteBuffer question) {
    StringBuilder name = new StringBuilder();
    for (int length = question.get(); length > 0; length = question.get()) {
      byte[] label = new byte[length];
      question.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    return name.toString();
  }
}
