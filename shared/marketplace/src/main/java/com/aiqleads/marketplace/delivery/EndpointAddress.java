package com.aiqleads.marketplace.delivery;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where leads may be sent: to a host with a name, encrypted. That the name stands for a public
/// address is looked at when something is sent, for it may change.
public final class EndpointAddress {

  public static final int MOST_CHARACTERS = 500;

  /// What a laptop may send to itself.
  public static final String LAPTOP = "127.0.0.1";

  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9-]{1,63}\\.)+[a-z][a-z0-9-]{1,62}");

  private static final int LAST_PORT = 65_535;

  private static final String SALESFORCE = ".my.salesforce.com";

  private EndpointAddress() {}

  /// Where a kind is: for everybody at the same place, or where a team says. Only a laptop plays
  /// what is elsewhere itself.
  ///
  /// @param text empty for what has one place
  public static URI of(Destination.Kind kind, String text, boolean onLaptop) {
    if (text.isEmpty() && kind.home().isPresent()) {
      return kind.home().orElseThrow();
    }
    if (kind == Destination.Kind.EMAIL) {
      return MailAddress.of(text);
    }
    URI address = checked(text, onLaptop);
    boolean isTheirs =
        switch (kind) {
          case WEBHOOK -> true;
          case SALESFORCE -> isSalesforce(address);
          case EMAIL -> false;
          case HUBSPOT, FOLLOW_UP_BOSS -> kind.home().filter(address::equals).isPresent();
        };
    if (!isTheirs && !(onLaptop && isLaptop(address))) {
      throw new IllegalArgumentException("not an address of this kind");
    }
    return address;
  }

  /// Nothing but the name of an organisation.
  private static boolean isSalesforce(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).endsWith(SALESFORCE)
        && address.getPort() < 0
        && address.getRawPath().isEmpty()
        && address.getRawQuery() == null;
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException for one that nothing is sent to
  public static URI checked(String text, boolean onLaptop) {
    URI address = URI.create(text);
    boolean isPlain = text.chars().noneMatch(Character::isISOControl);
    if (text.length() > MOST_CHARACTERS
        || !isPlain
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null
        || address.getPort() == 0
        || address.getPort() > LAST_PORT
        || !(isPublic(address) || (onLaptop && isLaptop(address)))) {
      throw new IllegalArgumentException("not an address that leads are sent to");
    }
    return address;
  }

  private static boolean isPublic(URI address) {
    return "https".equals(address.getScheme())
        && NAME.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isLaptop(URI address) {
    return "http".equals(address.getScheme()) && LAPTOP.equals(address.getHost());
  }
}
