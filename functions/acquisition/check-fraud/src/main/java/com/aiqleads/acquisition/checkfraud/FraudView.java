package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.Scoring;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Serdeable
record FraudView(
    @Schema(description = "0 to 100") int points,
    @Schema(
            allowableValues = {"low", "elevated", "high"},
            description = "High is not sold")
        String band,
    List<ReasonView> reasons,
    @Schema(example = Scoring.MODEL, description = "Which rules say so") String model) {

  @Serdeable
  record ReasonView(String code, String text) {}

  static FraudView of(Fraud fraud) {
    return new FraudView(
        fraud.points(),
        fraud.band().id(),
        fraud.reasons().stream().map(one -> new ReasonView(one.code(), one.text())).toList(),
        Scoring.MODEL);
  }
}
