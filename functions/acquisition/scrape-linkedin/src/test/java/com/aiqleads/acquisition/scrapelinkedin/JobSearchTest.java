package com.aiqleads.acquisition.scrapelinkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSearchTest {

  private static final URI SITE = URI.create("https://www.linkedin.com/");
  private static final String PLACE = "Miami, Florida, United States";

  @Test
  void readsWhatItWrites() {
    for (JobSearch search :
        List.of(
            JobSearch.FIRST,
            new JobSearch("2", "", 0, 40),
            new JobSearch("3", "F", 604_800, 990),
            new JobSearch("", "", 3_600, 7))) {
      assertThat(JobSearch.in(search.request(SITE, PLACE).url())).isEqualTo(search);
    }
    assertThat(JobSearch.in(SITE)).isEqualTo(JobSearch.FIRST);
  }

  @Test
  void asksInTheSitesOwnWords() {
    assertThat(new JobSearch("2", "C", 86_400, 20).request(SITE, PLACE).url())
        .hasToString(
            "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
                + "?keywords=accountant&location=Miami%2C+Florida%2C+United+States"
                + "&f_WT=2&f_JT=C&f_TPR=r86400&start=20");
  }

  @Test
  void goesOnBehindWhatReallyCame() {
    assertThat(at(0).behind(10)).contains(at(10));
    assertThat(at(10).behind(7)).contains(at(17));
    assertThat(at(17).behind(0)).isEmpty();
  }

  @Test
  void neverBeginsAtTheThousandth() {
    assertThat(at(988).behind(11)).contains(at(999));
    assertThat(at(988).behind(12)).isEmpty();
    assertThat(at(988).isFull(11)).isFalse();
    assertThat(at(988).isFull(12)).isTrue();
    assertThat(at(1_000).isFull(0)).isFalse();
  }

  @Test
  void isNarrowedByPlaceOfWorkAndTheLatest() {
    assertThat(JobSearch.FIRST.narrower())
        .containsExactly(
            new JobSearch("1", "", 0, 0),
            new JobSearch("2", "", 0, 0),
            new JobSearch("3", "", 0, 0),
            new JobSearch("", "", 2_592_000, 0));
  }

  @Test
  void isNarrowedByKindThenByTimeUntilNothingIsShorter() {
    assertThat(new JobSearch("2", "", 0, 990).narrower())
        .hasSize(7)
        .contains(new JobSearch("2", "F", 0, 0));
    assertThat(new JobSearch("2", "F", 604_800, 990).narrower())
        .containsExactly(new JobSearch("2", "F", 86_400, 0));
    assertThat(new JobSearch("2", "F", 86_400, 990).narrower())
        .containsExactly(new JobSearch("2", "F", 3_600, 0));
    assertThat(new JobSearch("2", "F", 3_600, 990).narrower()).isEmpty();
  }

  private static JobSearch at(int start) {
    return new JobSearch("", "", 0, start);
  }
}
