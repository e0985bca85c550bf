package com.aiqleads.acquisition.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityRulesTest {

  private static final Listing FULL = LeadFixtures.aListing();

  @Test
  void everythingKnownIsAHundred() {
    Quality quality = QualityRules.qualityOf(LeadFixtures.aLead());

    assertThat(quality.points()).isEqualTo(100);
    assertThat(quality.band()).isEqualTo(QualityBand.EXCELLENT);
    assertThat(quality.band().id()).isEqualTo("excellent");
    assertThat(quality.reasons()).hasSize(12).allMatch(reason -> reason.text().endsWith("."));
  }

  @Test
  void nothingKnownIsPoor() {
    Listing bare =
        new Listing(
            FULL.id(),
            FULL.source(),
            "1",
            FULL.url(),
            "Home",
            null,
            null,
            new Property(PropertyType.OTHER, null, null, null, null, null),
            LocalDate.of(2020, 1, 1),
            List.of(),
            "A1102",
            FULL.observedAt());
    Quality quality =
        QualityRules.qualityOf(
            LeadFixtures.aLead(
                bare, new Location(LeadFixtures.aLocation().point(), Accuracy.CITY), Contact.NONE));

    assertThat(quality.points()).isEqualTo(2);
    assertThat(quality.band()).isEqualTo(QualityBand.POOR);
    assertThat(codes(quality)).contains("no_phone", "agent_lists_too", "listed_long_ago");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-13,20,listed_this_week",
    "2026-11-12,14,listed_this_month",
    "2026-10-20,14,listed_this_month",
    "2026-10-19,7,listed_this_quarter",
    "2026-08-20,7,listed_this_quarter",
    "2026-08-19,0,listed_long_ago"
  })
  void freshnessFallsWithTheAgeOfTheAdvertisement(LocalDate listedOn, int points, String code) {
    Quality quality = QualityRules.qualityOf(lead(listing(FULL.description(), listedOn, 5)));

    assertThat(quality.points()).isEqualTo(80 + points);
    assertThat(codes(quality)).contains(code);
  }

  @Test
  void countsFromTheFirstSightWhereTheSiteNamesNoDay() {
    assertThat(codes(QualityRules.qualityOf(lead(listing(FULL.description(), null, 5)))))
        .contains("listed_this_week");
  }

  @ParameterizedTest
  @CsvSource({"0,92,no_photos", "1,96,few_photos", "4,96,few_photos", "5,100,many_photos"})
  void photosCount(int photos, int points, String code) {
    Quality quality =
        QualityRules.qualityOf(lead(listing(FULL.description(), FULL.listedOn(), photos)));

    assertThat(quality.points()).isEqualTo(points);
    assertThat(codes(quality)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"27,hardly_described", "28,well_described"})
  void aDescriptionNeedsTwentyEightWordsOfTheHome(int words, String code) {
    String text = "roof ".repeat(words) + "by Maria 1951, near a church";
    Quality quality =
        QualityRules.qualityOf(
            lead(listing(text.replace("by", "").replace("near a", ""), FULL.listedOn(), 5)));

    assertThat(codes(quality)).contains(code);
  }

  @Test
  void anAgentInTheTextCostsPoints() {
    String text = "Listed by Sunshine Realty. " + FULL.description();

    assertThat(QualityRules.qualityOf(lead(listing(text, FULL.listedOn(), 5))).points())
        .isEqualTo(90);
  }

  @Test
  void anOwnerWhoWantsNoAgentsIsAnOwner() {
    String text = "Sold by the owner, no agents please. " + FULL.description();

    assertThat(codes(QualityRules.qualityOf(lead(listing(text, FULL.listedOn(), 5)))))
        .contains("owner_sells");
  }

  @ParameterizedTest
  @CsvSource({
    "100,EXCELLENT",
    "80,EXCELLENT",
    "79,GOOD",
    "60,GOOD",
    "59,FAIR",
    "40,FAIR",
    "39,POOR",
    "0,POOR"
  })
  void bandsStartAtTheirPoints(int points, QualityBand band) {
    assertThat(new Quality(points, List.of()).band()).isEqualTo(band);
  }

  @Test
  void hasNoPointsBeyondAHundredOrBelowZero() {
    assertThatThrownBy(() -> new Quality(101, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quality(-1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Lead lead(Listing listing) {
    return LeadFixtures.aLead(listing, LeadFixtures.aLocation(), LeadFixtures.aContact());
  }

  private static Listing listing(
      @Nullable String description, @Nullable LocalDate listedOn, int photos) {
    return new Listing(
        FULL.id(),
        FULL.source(),
        "1",
        FULL.url(),
        FULL.title(),
        description,
        FULL.price(),
        FULL.property(),
        listedOn,
        IntStream.range(0, photos).mapToObj(n -> "https://fsbo.com/" + n).toList(),
        null,
        FULL.observedAt());
  }

  private static List<String> codes(Quality quality) {
    return quality.reasons().stream().map(Reason::code).toList();
  }
}
