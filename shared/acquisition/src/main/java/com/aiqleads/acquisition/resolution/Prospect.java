package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.matching.Commonness;
import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.acquisition.matching.Fit;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.kernel.ListingId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A lead that an advertisement may belong to, with what is compared of its advertisements.
record Prospect(KnownLead lead, List<Traits> traits) {

  static Prospect of(KnownLead lead) {
    return new Prospect(lead, lead.advertisements().stream().map(Advertisement::traits).toList());
  }

  Fitted fitted(Traits seen, MatchModel model, Commonness common) {
    List<Fit> fits = new ArrayList<>(traits.size());
    for (Traits each : traits) {
      fits.add(model.fit(seen, each, common));
    }
    return new Fitted(lead, fits);
  }

  /// How an advertisement fits each of a lead's.
  record Fitted(KnownLead lead, List<Fit> fits) {

    /// Enough for all sites and years of posting the same home again. With more, something that
    /// many homes share was taken for one.
    static final int MAX_ADVERTISEMENTS = 40;

    /// Of two units that fit this much alike it may be either.
    static final double MARGIN_BITS = 2;

    /// The best of those that it joins, of equals the oldest. None, if it does not say which unit
    /// is meant, and another lead fits about as well.
    static Optional<Fitted> best(List<Fitted> all, MatchModel model) {
      List<Fitted> ranked =
          all.stream()
              .filter(one -> one.joins(model))
              .sorted(Comparator.comparingDouble(Fitted::bits).reversed())
              .toList();
      boolean ambiguous =
          ranked.size() > 1
              && ranked.getFirst().isAnyUnit()
              && ranked.getFirst().bits() - ranked.get(1).bits() < MARGIN_BITS;
      return ambiguous ? Optional.empty() : ranked.stream().findFirst();
    }

    private boolean isAnyUnit() {
      return best().holds(Evidence.UNIT_UNKNOWN) || best().holds(Evidence.NO_UNIT);
    }

    /// One that fits well and none that speaks against it.
    boolean joins(MatchModel model) {
      return fits.size() < MAX_ADVERTISEMENTS
          && bits() >= model.threshold()
          && weakest() >= model.weakest();
    }

    double bits() {
      return best().bits();
    }

    private double weakest() {
      return fits.stream().mapToDouble(Fit::bits).min().orElseThrow();
    }

    private Fit best() {
      Fit best = fits.getFirst();
      for (Fit each : fits) {
        best = each.bits() > best.bits() ? each : best;
      }
      return best;
    }

    Match match(MatchModel model) {
      return new Match(bits(), best().evidence(), model.version());
    }

    /// All of a lead that was joined; of others, what might have joined them.
    List<Edge> edges(boolean joined, MatchModel model) {
      List<Edge> edges = new ArrayList<>();
      for (int index = 0; index < fits.size(); index++) {
        Fit fit = fits.get(index);
        if (joined || fit.bits() >= model.threshold()) {
          ListingId other = lead.advertisements().get(index).listing().id();
          edges.add(new Edge(other, lead.id(), fit.bits(), fit.evidence(), joined));
        }
      }
      return edges;
    }
  }
}
