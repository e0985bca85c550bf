package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.matching.MatchModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How well homes are found in a market that the model was not made with.
class CorpusTest {

  private static final double PRECISION = 0.98;
  private static final double RECALL = 0.90;

  @Test
  void findsTheHomesOfAHeldOutMarket() {
    LabelledCorpus corpus = LabelledCorpus.of(LabelledCorpus.HELD_OUT, 100_000);

    Agreement agreement = CorpusRun.agreement(corpus, MatchModel.shipped());

    assertThat(agreement.precision()).as(agreement.toString()).isGreaterThanOrEqualTo(PRECISION);
    assertThat(agreement.recall()).isGreaterThanOrEqualTo(RECALL);
    assertThat(agreement.bCubedPrecision()).isGreaterThanOrEqualTo(PRECISION);
    assertThat(agreement.bCubedRecall()).isGreaterThanOrEqualTo(RECALL);
  }

  @Test
  void theSameSeedIsTheSameMarket() {
    assertThat(LabelledCorpus.of(7, 500)).isEqualTo(LabelledCorpus.of(7, 500));
    assertThat(LabelledCorpus.of(7, 500)).isNotEqualTo(LabelledCorpus.of(8, 500));
  }

  /// Two homes of three advertisements and of one; one advertisement stands with the wrong one.
  @Test
  void countsPairsAndMembers() {
    Agreement agreement = Agreement.of(List.of(List.of(1, 1), List.of(1, 2)));

    assertThat(agreement.precision()).isEqualTo(0.5);
    assertThat(agreement.recall()).isEqualTo(1 / 3.0);
    assertThat(agreement.bCubedPrecision()).isEqualTo(0.75);
    assertThat(agreement.bCubedRecall()).isEqualTo((2 * 2 / 3.0 + 1 / 3.0 + 1) / 4);
  }

  @Test
  void findsNothingWrongInNothing() {
    assertThat(Agreement.of(List.of())).isEqualTo(new Agreement(1, 1, 1, 1));
  }
}
