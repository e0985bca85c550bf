package com.aiqleads.acquisition.fetching;

import java.time.Duration;

/// One pace for each site, kept by all functions together. Whatever cannot be asked or told
/// throws, and then nothing is fetched.
public interface FetchLimiter {

  Grant ask(String site, Pace pace);

  /// The request has left; it was under way before this call. The next turn counts from now.
  void sent(Ticket ticket);

  /// It is still under way, and keeps its place for another lease; false if it has lost it.
  boolean keeps(Ticket ticket);

  /// It is over. Returns the pause that the site gets now, zero if it needs none.
  Duration ended(Ticket ticket, Ending ending);

  /// Pages of listings came, and so much of what they should tell was on them.
  void judged(String site, PageWorth worth);

  /// A page came that stands before all others, as if all were well: a proof, a sign-in.
  void turnedAway(String site);
}
