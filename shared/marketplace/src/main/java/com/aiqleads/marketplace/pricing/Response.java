package com.aiqleads.marketplace.pricing;

/// How prices of a segment follow its buyers. Where they buy more of what they look at than buyers
/// do everywhere, prices are too low and rise a little with each measurement until they do not; and
/// the other way round. How much is usual is itself measured, over months: nobody has to know it.
/// In millionths, and whole numbers: the same measurements give the same prices.
public final class Response {
  public static final long UNCHANGED = 1_000_000;
  private static final long LEAST = UNCHANGED / 2;
  private static final long MOST = UNCHANGED * 2;

  /// Fewer looks say nothing, of a segment or of what is usual.
  public static final long FEWEST_LOOKS = 10;

  public static final long FEWEST_LOOKS_OF_ALL = 200;

  /// A price goes up by that part of a surprise with each measurement: one purchase more of ten
  /// looks makes it 15 % dearer in a day.
  private static final long PATIENCE = 66;

  private static final long LARGEST_SURPRISE = UNCHANGED / 6;

  /// Of what is usual, so much is forgotten at once: in two months, measured every quarter of an
  /// hour, about two thirds.
  private static final long MEMORY = 5_760;

  private Response() {}

  /// What of the looks was a purchase.
  public static long taken(long looks, long boughtHundredths) {
    return boughtHundredths * (UNCHANGED / 100) / looks;
  }

  /// What is usual, after one more measurement of all segments together. At least by one, or it
  /// would stop on the way.
  public static long usual(long before, long taken) {
    long gap = taken - before;
    return before + (Math.abs(gap) < MEMORY ? Long.signum(gap) : gap / MEMORY);
  }

  /// Of the price without it, after one more measurement.
  public static long next(long before, long taken, long usual) {
    long surprise = Math.clamp(taken - usual, -LARGEST_SURPRISE, LARGEST_SURPRISE);
    return Math.clamp(before + before * surprise / (PATIENCE * UNCHANGED), LEAST, MOST);
  }
}
