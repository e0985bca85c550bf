package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.LeadId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a store finds around a lead.
public record Around(List<Kin> kin, Level level) {

  /// Of more leads that share something, the earlier ones have been looked at again already.
  static final int MAX_DOUBTED = 12;

  public Around {
    kin = List.copyOf(kin);
  }

  /// The leads that look worse since this one came: their texts are somebody else's now, or their
  /// seller has another name, another state or nothing but an account in common with this one's.
  public Set<LeadId> doubted(Lead lead) {
    Set<LeadId> doubted =
        Relative.of(lead, kin)
            .filter(other -> isDoubtful(lead, other))
            .map(Relative::lead)
            .collect(Collectors.toSet());
    return doubted.size() <= MAX_DOUBTED ? doubted : Set.of();
  }

  private static boolean isDoubtful(Lead lead, Relative other) {
    return other.saysTheSame()
        || other.isRenamed()
        || other.isElsewhere(lead)
        || (other.any(Kin::account) && !other.any(Kin::contact));
  }
}
