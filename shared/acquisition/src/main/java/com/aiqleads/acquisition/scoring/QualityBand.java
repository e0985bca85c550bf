package com.aiqleads.acquisition.scoring;

import java.util.Locale;

/// Quality in one word.
public enum QualityBand {
  EXCELLENT(80),
  GOOD(60),
  FAIR(40),
  POOR(0);

  private final int fromPoints;

  QualityBand(int fromPoints) {
    this.fromPoints = fromPoints;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static QualityBand of(int points) {
    for (QualityBand band : values()) {
      if (points >= band.fromPoints) {
        return band;
      }
    }
    return POOR;
  }
}
