package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Job;
import java.util.List;

/// A posting of a job as it was read, nothing of it checked yet.
///
/// @param conflicts where the page contradicts itself
public record ParsedJob(Job job, List<Conflict> conflicts) {

  public ParsedJob {
    conflicts = List.copyOf(conflicts);
  }
}
