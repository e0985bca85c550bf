package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Reason;
import java.util.List;

/// How likely a lead is not what it says, 0 to 100, and why.
public record Fraud(int points, List<Reason> reasons) {

  public Fraud {
    reasons = List.copyOf(reasons);
  }

  public FraudBand band() {
    return FraudBand.of(points);
  }
}
