package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Lead;

/// What came of scoring a lead.
public sealed interface Scoring {

  record Scored(Quality quality, Fraud fraud) implements Scoring {}

  record TooFraudulent(Fraud fraud) implements Scoring {}

  static Scoring of(Lead lead) {
    Fraud fraud = FraudRules.fraudIn(lead);
    return switch (fraud.band()) {
      case LOW, ELEVATED -> new Scored(QualityRules.qualityOf(lead), fraud);
      case HIGH -> new TooFraudulent(fraud);
    };
  }
}
