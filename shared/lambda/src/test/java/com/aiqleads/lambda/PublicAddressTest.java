package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::10.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "100::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1"
      })
  void whatIsNotOfThePublicInternetIsClosed(String address) {
    assertThat(PublicAddress.isPublic(literal(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2600:1f18::1",
        "2a00:1450::1",
        "2001:4860:4860::8888",
        "2003::1"
      })
  void theRestIsPublic(String address) {
    assertThat(PublicAddress.isPublic(literal(address))).isTrue();
  }

  @Test
  void ofANameWithOneClosedAddressNoneIsUsed() {
    PublicAddress addresses = addresses("8.8.8.8", "10.0.0.1");

    assertThatThrownBy(() -> addresses.of("homes.example"))
        .isInstanceOf(PublicAddress.ClosedAddressException.class)
        .hasMessage(null);
  }

  @Test
  void connectsToTheFirstOfPublicAddresses() throws UnknownHostException {
    assertThat(addresses("8.8.8.8", "1.1.1.1").of("homes.example")).isEqualTo(literal("8.8.8.8"));
  }

  /// A name server may say anything, and Java reads other spellings of an address, too.
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "2130706433", "127.1", "homes.example", "127.0.0.1."})
  void onlyAnExceptionByItsVeryNameIsOnThisMachine(String host) throws UnknownHostException {
    PublicAddress addresses = addresses("127.0.0.1");

    assertThatThrownBy(() -> addresses.of(host))
        .isInstanceOf(PublicAddress.ClosedAddressException.class);
    assertThat(addresses.of("127.0.0.1").isLoopbackAddress()).isTrue();
  }

  private static PublicAddress addresses(String... all) {
    return new PublicAddress(
        _ -> Arrays.stream(all).map(PublicAddressTest::literal).toArray(InetAddress[]::new),
        Set.of("127.0.0.1"));
  }

  private static InetAddress literal(String address) {
    return InetAddress.ofLiteral(address);
  }
}
