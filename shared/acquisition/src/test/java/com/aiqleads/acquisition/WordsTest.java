package com.aiqleads.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Single Family,HOUSE",
    "Townhouse,TOWNHOUSE",
    "Condominium,CONDO",
    "Multi-Family,MULTI_FAMILY",
    "Manufactured home,MOBILE_HOME",
    "Vacant Lot,LAND",
    "Castle,OTHER"
  })
  void tellsKindsOfPropertiesFromWhatSitesCallThem(String text, PropertyType type) {
    assertThat(PropertyType.in(null, text)).isEqualTo(type);
  }

  @Test
  void believesTheMoreTellingTextFirst() {
    assertThat(PropertyType.in("Condo", "Residential")).isEqualTo(PropertyType.CONDO);
  }

  @ParameterizedTest
  @EnumSource
  void propertyTypesReadBackFromTheirIds(PropertyType type) {
    assertThat(PropertyType.of(type.id())).isEqualTo(type);
  }

  @ParameterizedTest
  @EnumSource
  void accuraciesReadBackFromTheirIds(Accuracy accuracy) {
    assertThat(Accuracy.of(accuracy.id())).isEqualTo(accuracy);
  }

  @ParameterizedTest
  @EnumSource
  void sourcesAreFoundByTheirIds(Source source) {
    assertThat(Source.find(source.id())).contains(source);
    assertThat(Source.find("elsewhere")).isEmpty();
  }

  @Test
  void everySiteThatIsCrawledHasANameOfItsOwn() {
    assertThat(CrawledSite.all())
        .contains(Source.FSBO, JobBoard.LINKEDIN)
        .allSatisfy(site -> assertThat(CrawledSite.find(site.id())).containsSame(site))
        .extracting(CrawledSite::id)
        .doesNotHaveDuplicates();
    assertThat(CrawledSite.find("elsewhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://zillow.com/1, zillow",
    "https://WWW.Zillow.com/1, zillow",
    "https://miami.craigslist.org/x, craigslist",
    "https://directory.forsalebyowner.com/x, forsalebyowner",
    "https://linkedin.com/x, linkedin",
    "https://notzillow.com/1, ",
    "https://zillow.com.example/1, ",
    "mailto:a@zillow.com, "
  })
  void aPageIsOfTheSiteWhoseHostItIsOn(String page, @Nullable String site) {
    assertThat(CrawledSite.of(URI.create(page)).map(CrawledSite::id))
        .isEqualTo(Optional.ofNullable(site));
  }
}
