package com.aiqleads.acquisition.overseeprivacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.approving.AccessBasis;
import com.aiqleads.acquisition.approving.ApprovingFixtures;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.overseeprivacy.PassportView.SourceView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceViewTest {

  private static final Instant NOW = ApprovingFixtures.NOON;

  @Test
  void saysWhenTheTermsWereReadIfAnybodyHasReadThem() {
    assertThat(reviewed(NOW)).isEqualTo(NOW);
    assertThat(reviewed(NOW.plus(Duration.ofNanos(1)))).isNull();
  }

  private static @Nullable Instant reviewed(Instant termsReviewedAt) {
    return SourceView.of(
            LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE),
            Optional.of(
                ApprovingFixtures.aPermit(
                    AccessBasis.LICENSED, termsReviewedAt, Approval.OPEN_ENDED)),
            Optional.empty(),
            NOW)
        .termsReviewedAt();
  }
}
