package com.aiqleads.lambda;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/// The address that a host's name stands for, if everybody may be asked there: nothing of a
/// private network, of this machine, or of the cloud's own services. Of a name with one address
/// that is not public none is used.
public final class PublicAddress {

  /// Blocks of RFC 6890 and its like that are no part of the public internet.
  private static final List<Block> CLOSED =
      List.of(
          Block.of(0, 0, 0, 0, 8),
          Block.of(10, 0, 0, 0, 8),
          Block.of(100, 64, 0, 0, 10),
          Block.of(127, 0, 0, 0, 8),
          Block.of(169, 254, 0, 0, 16),
          Block.of(172, 16, 0, 0, 12),
          Block.of(192, 0, 0, 0, 24),
          Block.of(192, 0, 2, 0, 24),
          Block.of(192, 88, 99, 0, 24),
          Block.of(192, 168, 0, 0, 16),
          Block.of(198, 18, 0, 0, 15),
          Block.of(198, 51, 100, 0, 24),
          Block.of(203, 0, 113, 0, 24),
          Block.of(224, 0, 0, 0, 3));

  private final Resolve resolve;
  private final Set<String> exceptions;

  /// With exceptions for what a laptop plays, by their very names.
  public PublicAddress(Resolve resolve, Set<String> exceptions) {
    this.resolve = resolve;
    this.exceptions = Set.copyOf(exceptions);
  }

  /// Asks for the addresses of a name.
  public interface Resolve {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  private record Block(int start, int bits) {

    static Block of(int one, int two, int three, int four, int bits) {
      return new Block((one << 24) | (two << 16) | (three << 8) | four, bits);
    }

    boolean holds(int address) {
      return (address ^ start) >>> (32 - bits) == 0;
    }
  }

  /// The address to connect to, and to no other.
  public InetAddress of(String host) throws UnknownHostException {
    InetAddress[] all = resolve.all(host);
    if (!exceptions.contains(host)) {
      for (InetAddress address : all) {
        if (!isPublic(address)) {
          throw new ClosedAddressException();
        }
      }
    }
    return all[0];
  }

  /// Says nothing of the address: whoever wrote the page may read what came of it.
  public static final class ClosedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;
  }

  public static boolean isPublic(InetAddress address) {
    return switch (address) {
      // An IPv4 address in the clothes of IPv6 (::ffff:10.0.0.1) is one of these, too.
      case Inet4Address four -> {
        byte[] bytes = four.getAddress();
        int number =
            Block.of(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255, 32).start;
        yield CLOSED.stream().noneMatch(block -> block.holds(number));
      }
      case Inet6Address six -> isPublic(six.getAddress());
      default -> false;
    };
  }

  /// Of IPv6 only 2000::/3 is public; of that not what carries IPv4 within (2001::/32,
  /// 2002::/16), nor what is for protocols (2001::/23) and for examples (2001:db8::/32,
  /// 3fff::/20).
  private static boolean isPublic(byte[] six) {
    int first = ((six[0] & 255) << 8) | (six[1] & 255);
    int second = ((six[2] & 255) << 8) | (six[3] & 255);
    boolean isGlobal = first >>> 13 == 1;
    boolean isSpecial = first == 0x2001 && (second >>> 9 == 0 || second == 0xdb8);
    boolean isExample = first == 0x3fff && second >>> 12 == 0;
    return isGlobal && !isSpecial && first != 0x2002 && !isExample;
  }
}
