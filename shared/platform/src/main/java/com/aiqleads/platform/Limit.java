package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;

/// So many attempts in each window of time; windows start at whole multiples since the epoch.
public record Limit(String name, int max, Duration window) {

  /// Wrong passwords for one mail address from one network: fewer than 1,000 guesses a day, and its
  /// owner elsewhere does not notice.
  public static final Limit WRONG_PASSWORDS = new Limit("guesses", 10, Duration.ofMinutes(15));

  /// Wrong passwords for one mail address from everywhere: ten networks together shut an account,
  /// also for its owner.
  public static final Limit WRONG_PASSWORDS_OF_ALL =
      new Limit("account", 100, Duration.ofMinutes(15));

  /// Requests that hash a password, from one network address: each costs 19 MiB and tens of
  /// milliseconds. An office behind one address stays below.
  public static final Limit HASHED_PASSWORDS = new Limit("address", 300, Duration.ofMinutes(5));

  /// Letters of a kind that anybody can have us write to one mail address. Their links are good for
  /// at least two windows, so that whoever gets no further letter has one that is still good.
  public static final Limit LETTERS = new Limit("letters", 3, Duration.ofMinutes(30));

  /// Invitations to one mail address, by whichever team.
  public static final Limit INVITATIONS = new Limit("invitations", 3, Duration.ofDays(1));

  /// Invitations of one team: it cannot go on writing by withdrawing.
  public static final Limit INVITATIONS_OF_TEAM =
      new Limit("team-invitations", 100, Duration.ofDays(1));

  /// Codes of an authenticator app: six digits, of which three are good at a time.
  public static final Limit CODES = new Limit("codes", 5, Duration.ofMinutes(15));

  /// Exchanges of API keys from one network address.
  public static final Limit EXCHANGES = new Limit("exchanges", 600, Duration.ofMinutes(5));

  /// Ways to a provider and back, from one network address: each makes us ask the provider.
  public static final Limit PROVIDER_VISITS = new Limit("provider", 300, Duration.ofMinutes(5));

  public Instant windowStart(Instant now) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }

  public Instant windowEnd(Instant now) {
    return windowStart(now).plus(window);
  }

  /// How long somebody who is over the limit has to wait, in whole seconds, at least one.
  public Duration retryAfter(Instant now) {
    long millis = Duration.between(now, windowEnd(now)).toMillis();
    return Duration.ofSeconds(Math.max(1, Math.ceilDiv(millis, 1000L)));
  }
}
