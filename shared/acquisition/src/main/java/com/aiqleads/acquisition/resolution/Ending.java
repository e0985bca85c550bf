package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.LeadId;

/// What the end of an advertisement means for its lead.
public sealed interface Ending {

  /// No lead shows it, it had ended before, or it was seen again since.
  record Meaningless() implements Ending {}

  /// The home is still advertised elsewhere.
  record Outlived(Lead lead) implements Ending {}

  /// It was the last one: the lead has this version, and nothing to sell.
  record Over(LeadId lead, long version) implements Ending {}
}
