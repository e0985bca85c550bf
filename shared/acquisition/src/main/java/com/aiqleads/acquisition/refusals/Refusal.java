package com.aiqleads.acquisition.refusals;

import com.aiqleads.acquisition.Explained;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A page or an advertisement that a step of the chain refused for good.
///
/// @param id the same for a repeat of the same refusal
/// @param step the function that refused
public record Refusal(
    UUID id,
    Subject subject,
    String subjectId,
    String source,
    String url,
    String step,
    List<Explained> reasons,
    Instant refusedAt) {

  /// What was refused.
  public enum Subject {
    PAGE,
    LISTING
  }

  public Refusal {
    reasons = List.copyOf(reasons);
  }
}
