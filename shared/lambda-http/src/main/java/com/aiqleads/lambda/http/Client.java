package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// The program that sends a request. Personal: its text form hides it.
///
/// @param address of the network, as the gateway saw it; of IPv6 the first 64 bits, as whoever has
///     one address there has all that begin like it, and could count as somebody new each time
/// @param agent what the program calls itself; anybody may write anything there
public record Client(String address, String agent) {

  private static final String UNKNOWN = "unknown";
  private static final int NETWORK_BYTES = 8;
  private static final int ADDRESS_BYTES = 16;

  public Client {
    address = network(address);
  }

  public static Client of(HttpRequest<?> request) {
    return new Client(
        address(request), request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse(""));
  }

  /// Micronaut's own remote address is always this machine.
  private static String address(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
        ? String.valueOf(event.getRequestContext().getHttp().getSourceIp())
        : UNKNOWN;
  }

  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address whole
          ? InetAddress.getByAddress(network(whole)).getHostAddress() + "/64"
          : address;
    } catch (IllegalArgumentException _) {
      // No address: cut already, or unknown.
      return address;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  private static byte[] network(Inet6Address address) {
    return Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), ADDRESS_BYTES);
  }

  @Override
  public String toString() {
    return "***";
  }
}
