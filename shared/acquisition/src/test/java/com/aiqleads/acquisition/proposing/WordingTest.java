package com.aiqleads.acquisition.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*** BEAUTIFUL 3BR HOME!!! CALL NOW ***|Beautiful 3BR home|CONFIRMED",
        "Pool, new roof & 2.5 baths WOW WOW|Pool, new roof, 2.5 baths|CONFIRMED",
        "Beautiful 3BR home|Beautiful 4BR home|INVENTED",
        "Beautiful 3BR home|Beautiful 3BR home with pool|INVENTED",
        "home beautiful|beautiful home|INVENTED",
        "Sunny 3BR home, 2 baths|Sunny home, 2 baths|FACT_LOST",
        "Sunny home, no pool at all|Sunny home, pool|FACT_LOST",
        "Pool isn't heated here|Pool heated here|FACT_LOST",
        "Pool isn’t heated here|Pool heated here|FACT_LOST",
        "Sold without furniture today|Sold furniture today|FACT_LOST",
        "one two three four five|one two|SHORTENED",
        "one two three four|one two|CONFIRMED",
        "Perfect for a family of means|Perfect for family|NAMES_PEOPLE",
        "Nice home call 305-958-2368 today|Nice home call 305-958-2368|SHOWS_CONTACT"
      })
  void mayLeaveOutAndNothingElse(String said, String proposed, ProposalVerdict verdict) {
    assertThat(WordingCheck.verdict(said, proposed)).isEqualTo(verdict);
  }

  @Test
  void judgesEachTextThatAModelChanged() {
    Wording said = new Wording("*** NICE home ***", "Two rooms. CALL NOW!");

    assertThat(said.judged(new Proposed<>(new Wording("Nice home", "Three rooms."), "tiny-1")))
        .containsExactly(
            new Proposal(ProposedField.TITLE, "Nice home", "tiny-1", ProposalVerdict.CONFIRMED),
            new Proposal(
                ProposedField.DESCRIPTION, "Three rooms.", "tiny-1", ProposalVerdict.INVENTED));
    assertThat(said.judged(new Proposed<>(said, "tiny-1"))).isEmpty();
    assertThat(said.judged(new Proposed<>(new Wording(" ", ""), "tiny-1"))).isEmpty();
    assertThat(new Wording("", "").judged(new Proposed<>(said, "tiny-1"))).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsNotAskedAbout() {
    Listing listing = LeadFixtures.aListing();

    Wording longest = Wording.of(listing.described("x".repeat(300), "y".repeat(5_000)));
    Wording longer = Wording.of(listing.described("x".repeat(301), "y".repeat(5_001)));

    assertThat(longest.title() + longest.description()).hasSize(5_300);
    assertThat(longer.isEmpty()).isTrue();
    assertThat(Wording.of(listing.described("Home", null))).isEqualTo(new Wording("Home", ""));
    assertThat(new Wording("Dana's home", "")).hasToString("11 and 0 characters");
  }
}
