package com.aiqleads.acquisition.approving;

import static com.aiqleads.acquisition.approving.ApprovingFixtures.NOON;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aPermit;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.JobPage;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.PageState;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.parsing.ParsedCompany;
import com.aiqleads.acquisition.parsing.ParsedJob;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithholdingTest {

  private static final PageReading POSTING =
      PageParser.of(Source.CRAIGSLIST)
          .read(
              new Page(
                  Source.CRAIGSLIST,
                  Pages.CRAIGSLIST_URL,
                  Pages.text("craigslist-posting.html"),
                  Pages.FETCHED_AT));

  private static final JobReading JOB =
      JobPageParser.of(JobBoard.LINKEDIN)
          .read(
              new JobPage(
                  JobBoard.LINKEDIN,
                  Pages.JOB_PAGE_URL,
                  Pages.text("linkedin-page.html"),
                  Pages.FETCHED_AT));

  @Test
  void aPermitWithholdsWhatItDoesNotAllow() {
    assertThat(Withholding.of(aPermit(NOON)).names())
        .containsExactlyInAnyOrder("address", "location", "description", "contact");
  }

  @Test
  void leavesAReadingAsItIsIfEverythingIsAllowed() {
    assertThat(Withholding.NOTHING.from(POSTING)).isSameAs(POSTING);
  }

  @Test
  void takesNothingOfWhatIsWithheld() {
    ParsedListing left =
        only(
            Withholding.of(
                    List.of(
                        "price",
                        "address",
                        "location",
                        "description",
                        "property",
                        "photos",
                        "contact"))
                .from(POSTING));

    assertThat(left.listing().id()).isEqualTo(only(POSTING).listing().id());
    assertThat(left.listing().price()).isNull();
    assertThat(left.listing().description()).isNull();
    assertThat(left.listing().photoUrls()).isEmpty();
    assertThat(left.listing().property().type()).isEqualTo(PropertyType.OTHER);
    assertThat(left.address()).isEqualTo(RawAddress.UNKNOWN);
    assertThat(left.location()).isNull();
    assertThat(left.contact()).isEqualTo(RawContact.NONE);
    assertThat(left.particulars().sellerUrl()).isNull();
    assertThat(left.particulars().conflicts()).isEmpty();
  }

  @Test
  void eachIsWithheldAlone() {
    ParsedListing whole = only(POSTING);

    ParsedListing unpriced = only(Withholding.of(List.of("price")).from(POSTING));
    ParsedListing silent = only(Withholding.of(List.of("contact")).from(POSTING));
    ParsedListing odd = only(Withholding.of(List.of("of-a-later-release")).from(POSTING));

    assertThat(unpriced.listing().price()).isNull();
    assertThat(unpriced.address()).isEqualTo(whole.address());
    assertThat(unpriced.particulars().sellerUrl()).isEqualTo(whole.particulars().sellerUrl());
    assertThat(silent.listing().description()).isNull();
    assertThat(silent.listing().price()).isEqualTo(whole.listing().price());
    assertThat(odd.listing()).isEqualTo(whole.listing());
  }

  @Test
  void takesNothingOfAJobThatIsWithheld() {
    Job whole = only(JOB).job();

    ParsedJob parsed =
        only(
            Withholding.of(
                    List.of("price", "address", "location", "description", "property", "contact"))
                .from(JOB));
    Job left = parsed.job();

    assertThat(left.id()).isEqualTo(whole.id());
    assertThat(left.title()).isEqualTo(whole.title());
    assertThat(left.employer()).isEqualTo(whole.employer());
    assertThat(left.terms()).isEqualTo(Job.Terms.NONE);
    assertThat(left.place())
        .isEqualTo(new Workplace(null, null, null, null, null, null, whole.place().kind()));
    assertThat(left.description()).isNull();
    assertThat(left.application()).isEqualTo(new Application(whole.application().where(), null));
    assertThat(parsed.conflicts()).isEmpty();
  }

  @Test
  void eachIsWithheldOfAJobAlone() {
    Job whole = only(JOB).job();

    Job unpaid = only(Withholding.of(List.of("price")).from(JOB)).job();
    Job silent = only(Withholding.of(List.of("contact")).from(JOB)).job();
    Job nowhere = only(Withholding.of(List.of("location")).from(JOB)).job();

    assertThat(unpaid.terms().salary()).isNull();
    assertThat(unpaid.terms().seniority()).isEqualTo(whole.terms().seniority());
    assertThat(unpaid.description()).isEqualTo(whole.description());
    assertThat(silent.description()).isNull();
    assertThat(silent.terms()).isEqualTo(whole.terms());
    assertThat(silent.place()).isEqualTo(whole.place());
    assertThat(nowhere.place().point()).isNull();
    assertThat(nowhere.place().city()).isEqualTo(whole.place().city());
  }

  @Test
  void aJobOfWhichEverythingIsAllowedAndARefusalStayAsTheyAre() {
    JobReading refused = new JobReading.Refused(PageState.UNREACHED, PageRefusal.SNAPSHOT_GONE);

    assertThat(Withholding.NOTHING.from(JOB)).isSameAs(JOB);
    assertThat(Withholding.of(List.of("price")).from(refused)).isSameAs(refused);
  }

  @Test
  void aCompanyKeepsItsNameWhateverIsWithheld() {
    JobReading read =
        JobPageParser.of(JobBoard.LINKEDIN)
            .read(
                new JobPage(
                    JobBoard.LINKEDIN,
                    Pages.COMPANY_URL,
                    Pages.text("linkedin-company.html"),
                    Pages.FETCHED_AT));

    assertThat(Withholding.NOTHING.from(read)).isEqualTo(read);
    assertThat(company(read, "contact").profile().website()).isNull();
    assertThat(company(read, "contact").profile().headquarters()).isNotNull();
    assertThat(company(read, "address").profile().headquarters()).isNull();
    ParsedCompany bare = company(read, "property");
    assertThat(bare.profile().industry()).isNull();
    assertThat(bare.profile().headcount()).isNull();
    assertThat(bare.profile().name()).isEqualTo("Harbor Lane Accounting");
    assertThat(bare.paths()).isEmpty();
  }

  private static ParsedCompany company(JobReading read, String withheld) {
    return ((JobReading.Described) Withholding.of(List.of(withheld)).from(read)).company();
  }

  private static ParsedJob only(JobReading reading) {
    return ((JobReading.Read) reading).jobs().getFirst();
  }

  private static ParsedListing only(PageReading reading) {
    return ((Read) reading).listings().getFirst();
  }
}
