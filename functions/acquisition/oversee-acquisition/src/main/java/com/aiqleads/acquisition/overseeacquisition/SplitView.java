package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.resolution.LeadSplit.Half;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Done;
import io.micronaut.serde.annotation.Serdeable;

/// The two leads that were one.
@Serdeable
record SplitView(HalfView left, HalfView part) {

  @Serdeable
  record HalfView(String leadId, long version, boolean onSale) {

    static HalfView of(Half half) {
      return new HalfView(half.id().text(), half.version(), half.lead().isPresent());
    }
  }

  static SplitView of(Done done) {
    return new SplitView(HalfView.of(done.left()), HalfView.of(done.part()));
  }
}
