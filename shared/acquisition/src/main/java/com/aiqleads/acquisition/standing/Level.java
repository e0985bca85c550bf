package com.aiqleads.acquisition.standing;

/// What homes of one kind cost around there: the median of so many, for each square foot.
public record Level(int homes, long medianCentsPerSqft) {

  public static final Level UNKNOWN = new Level(0, 0);

  /// Of fewer homes a median says nothing.
  public static final int MIN_HOMES = 8;

  /// So many are looked at: the median of more is hardly better.
  public static final int MAX_HOMES = 60;
}
