package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.matching.MatchModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A corpus through the use case, one advertisement after the other.
public final class CorpusRun {

  private CorpusRun() {}

  public static Agreement agreement(LabelledCorpus corpus, MatchModel model) {
    return agreement(corpus, List.of(), model);
  }

  /// Also of those that could not be read: each is alone.
  public static Agreement agreement(
      LabelledCorpus corpus, List<Integer> unreadable, MatchModel model) {
    InMemoryLeads leads = new InMemoryLeads();
    LeadResolution resolution =
        new LeadResolution(leads, model, new Ticking(Instant.parse("2026-11-01T00:00:00Z")));
    corpus.advertisements().forEach(resolution::resolve);
    Stream<List<Integer>> clusters =
        leads.all().stream()
            .map(
                lead ->
                    lead.advertisements().stream()
                        .map(one -> corpus.homes().get(one.listing().id()))
                        .toList());
    return Agreement.of(Stream.concat(clusters, unreadable.stream().map(List::of)).toList());
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
