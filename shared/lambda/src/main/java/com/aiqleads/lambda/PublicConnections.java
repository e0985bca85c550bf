package com.aiqleads.lambda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connections to servers that others name. Each leads to the very address that was found to be
/// public, so that no second look at the name leads elsewhere.
public final class PublicConnections {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final PublicAddress addresses;
  private final SSLSocketFactory tls;

  /// With exceptions for what a laptop plays, by their very names.
  public PublicConnections(Set<String> exceptions) {
    this(InetAddress::getAllByName, exceptions, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  public PublicConnections(
      PublicAddress.Resolve resolve, Set<String> exceptions, SSLSocketFactory tls) {
    this.addresses = new PublicAddress(resolve, exceptions);
    this.tls = tls;
  }

  /// Opens one for a request.
  ///
  /// @param begun is given the socket before it is connected, to close it if that takes too long
  public Socket open(URI url, Consumer<Socket> begun) throws IOException {
    if (url.getRawUserInfo() != null || url.getHost() == null) {
      throw new UnknownHostException();
    }
    boolean isPlain = url.getScheme().equals("http");
    int port = url.getPort() >= 0 ? url.getPort() : isPlain ? HTTP_PORT : HTTPS_PORT;
    Socket socket = new Socket();
    begun.accept(socket);
    InetSocketAddress address = new InetSocketAddress(addresses.of(url.getHost()), port);
    socket.connect(address, Math.toIntExact(LONGEST.toMillis()));
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
}
