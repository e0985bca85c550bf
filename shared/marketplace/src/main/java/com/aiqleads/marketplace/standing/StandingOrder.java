package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Locale;

/// A saved search, an alert and a limit order in one.
///
/// @param owner who made it, and hears of it
/// @param version rises with every change
/// @param since its place in line
public record StandingOrder(
    StandingOrderId id,
    TeamId team,
    UserId owner,
    long version,
    State state,
    Terms terms,
    Instant since,
    Instant madeAt) {

  /// Of one team.
  public static final int MOST = 200;

  /// Whether it does anything.
  public enum State {
    ACTIVE,
    PAUSED,
    ENDED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static StandingOrder made(
      StandingOrderId id, TeamId team, UserId owner, Terms terms, Instant now) {
    return new StandingOrder(id, team, owner, 1, State.ACTIVE, terms, now, now);
  }

  public StandingOrder with(Terms other, Instant now) {
    Instant place = terms.keepsItsPlace(other) ? since : now;
    return new StandingOrder(id, team, owner, version + 1, state, other, place, madeAt);
  }

  public StandingOrder in(State other) {
    return new StandingOrder(id, team, owner, version + 1, other, terms, since, madeAt);
  }

  /// It goes on as somebody else's, who buys by it and hears of it from now on.
  public StandingOrder takenOver(UserId by) {
    return new StandingOrder(id, team, by, version + 1, State.ACTIVE, terms, since, madeAt);
  }

  /// Whether it would do something with this lead at that moment.
  public boolean wants(Arrival arrival, Instant moment) {
    return state == State.ACTIVE && !terms.isOverAt(moment) && terms.wants(arrival);
  }
}
