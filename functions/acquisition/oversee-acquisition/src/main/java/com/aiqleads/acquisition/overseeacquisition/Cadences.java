package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.lambda.http.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads how often something is searched.
final class Cadences {

  private Cadences() {}

  static Duration read(@Nullable Integer minutes, Fields fields) {
    Duration cadence = minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes);
    if (minutes == null) {
      fields.refuse("cadenceMinutes", "is required");
    } else if (cadence.compareTo(Permit.MIN_CADENCE) < 0
        || cadence.compareTo(Permit.MAX_CADENCE) > 0) {
      fields.refuse(
          "cadenceMinutes",
          "must be %d to %d"
              .formatted(Permit.MIN_CADENCE.toMinutes(), Permit.MAX_CADENCE.toMinutes()));
    }
    return cadence;
  }
}
