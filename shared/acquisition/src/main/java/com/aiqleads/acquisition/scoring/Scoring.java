package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.standing.Standing;

/// What came of scoring a lead.
public sealed interface Scoring {

  record Scored(Quality quality, Fraud fraud) implements Scoring {}

  record TooFraudulent(Fraud fraud) implements Scoring {}

  /// Which rules and points these are: who reads a score later knows by what it was made.
  String MODEL = "rules-2";

  static Scoring of(Lead lead, Standing standing) {
    Fraud fraud = FraudRules.fraudIn(lead, standing);
    return switch (fraud.band()) {
      case LOW, ELEVATED -> new Scored(QualityRules.qualityOf(lead), fraud);
      case HIGH -> new TooFraudulent(fraud);
    };
  }
}
