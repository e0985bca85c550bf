package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.matching.MatchModel;
import java.time.Instant;
import java.time.InstantSource;

/// A corpus through the use case, one advertisement after the other.
public final class CorpusRun {

  private CorpusRun() {}

  public static Agreement agreement(LabelledCorpus corpus, MatchModel model) {
    InMemoryLeads leads = new InMemoryLeads();
    LeadResolution resolution =
        new LeadResolution(leads, model, new Ticking(Instant.parse("2026-11-01T00:00:00Z")));
    corpus.advertisements().forEach(resolution::resolve);
    return Agreement.of(
        leads.all().stream()
            .map(
                lead ->
                    lead.advertisements().stream()
                        .map(one -> corpus.homes().get(one.listing().id()))
                        .toList())
            .toList());
  }

  /// A millisecond later with each look, so that ids of leads rise.
  private static final class Ticking implements InstantSource {

    private Instant now;

    Ticking(Instant start) {
      now = start;
    }

    @Override
    public Instant instant() {
      now = now.plusMillis(1);
      return now;
    }
  }
}
