package com.aiqleads.acquisition.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchModelTest {

  private static final MatchModel MODEL = MatchModel.shipped();

  private record Common(int street, int phone) implements Commonness {

    @Override
    public int leadsAt(Home home) {
      return street;
    }

    @Override
    public int leadsOf(Phone phone) {
      return this.phone;
    }

    @Override
    public int leadsOf(com.aiqleads.kernel.Email email) {
      return 1;
    }

    @Override
    public int leadsShowing(String photo) {
      return 1;
    }
  }

  @Test
  void anAgentsPhoneSaysLessThanAnOwners() {
    Traits one = traits("1468 SW 22ND TER", null);

    double owners = MODEL.fit(one, one, new Common(1, 1)).bits();
    double agents = MODEL.fit(one, one, new Common(1, 32)).bits();

    assertThat(owners - agents).isCloseTo(5, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void aMailAddressIsTheSameInAnyCase() {
    Contact written = mail("Dana.Whitfield@letterbox.example");
    Contact again = mail("dana.whitfield@letterbox.example");

    assertThat(Comparison.levels(traits(written), traits(again)) & Evidence.SAME_EMAIL.bit())
        .isNotZero();
    assertThat(Marks.of(LeadFixtures.aListing(), written, null))
        .isEqualTo(Marks.of(LeadFixtures.aListing(), again, null));
  }

  private static Contact mail(String address) {
    return new Contact(null, List.of(), List.of(new Email(address)), List.of());
  }

  private static Traits traits(Contact contact) {
    return Traits.of(
        LeadFixtures.aListing(), LeadFixtures.anAddress(), LeadFixtures.aLocation(), contact);
  }

  @Test
  void theAddressOfABigBuildingSaysLessThanAHouses() {
    Traits one = traits("1468 SW 22ND TER", null);

    assertThat(MODEL.fit(one, one, new Common(40, 1)).bits())
        .isLessThan(MODEL.fit(one, one, Commonness.RARE).bits() - 5);
  }

  @Test
  void theSameDoorOfABigBuildingSaysAsMuchAsAHouse() {
    Traits one = traits("1468 SW 22ND TER", "APT 4");

    assertThat(MODEL.fit(one, one, new Common(40, 1)).bits())
        .isEqualTo(MODEL.fit(one, one, Commonness.RARE).bits());
  }

  @Test
  void anotherUnitOutweighsAllElse() {
    Fit fit =
        MODEL.fit(
            traits("1468 SW 22ND TER", "APT 4"),
            traits("1468 SW 22ND TER", "APT 5"),
            Commonness.RARE);

    assertThat(fit.holds(Evidence.OTHER_UNIT)).isTrue();
    assertThat(fit.bits()).isLessThan(MODEL.weakest());
  }

  @Test
  void whatIsSeenOfOneHomeMoreOftenWeighsMore() {
    assertThat(MODEL.bits(Evidence.SAME_PRICE)).isGreaterThan(MODEL.bits(Evidence.CLOSE_PRICE));
    assertThat(MODEL.bits(Evidence.CLOSE_PRICE)).isGreaterThan(MODEL.bits(Evidence.OTHER_PRICE));
    assertThat(MODEL.bits(Evidence.OTHER_PRICE)).isGreaterThan(MODEL.bits(Evidence.FAR_PRICE));
    assertThat(MODEL.bits(Evidence.UNIT_UNKNOWN)).isNegative();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1468 SW 22ND TER | 1468 SW 22ND TER | SAME_STREET",
        "1468 22ND TER    | 1468 SW 22ND TER | SIMILAR_STREET",
        "1468 MAGNOLA ST  | 1468 MAGNOLIA ST | MISSPELT_STREET",
        "1468 MAGNLOIA ST | 1468 MAGNOLIA ST | MISSPELT_STREET",
        "1468 MAGNOLEA ST | 1468 MAGNOLIA ST | MISSPELT_STREET",
        "1468 MAGNOLEE ST | 1468 MAGNOLIA ST | OTHER_STREET",
        "1468 SW 23RD TER | 1468 SW 22ND TER | OTHER_STREET",
        "1468 SW 22ND AVE | 1468 SW 22ND TER | OTHER_STREET",
        "1486 SW 22ND TER | 1468 SW 22ND TER | SLIPPED_NUMBER",
        "1486 MAGNOLA ST  | 1468 MAGNOLIA ST | OTHER_STREET",
        "1470 SW 22ND TER | 1468 SW 22ND TER | OTHER_STREET",
        "146 SW 22ND TER  | 1468 SW 22ND TER | OTHER_STREET",
        "8 OAK ST         | 9 OAK ST         | OTHER_STREET",
        "1468 OAK ST      | 1468 ELM ST      | OTHER_STREET"
      })
  void tellsStreetsApart(String one, String other, Evidence level) {
    assertThat(MODEL.fit(traits(one, null), traits(other, null), Commonness.RARE).evidence())
        .contains(level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "APT 4B       | # 4-B   | SAME_UNIT",
        "APT 04B      | UNIT 4B | SAME_UNIT",
        "BLDG 2 APT 4 | APT 4   | UNIT_UNKNOWN",
        "APT 4        |         | UNIT_UNKNOWN",
        "             |         | NO_UNITS",
        "REAR         | REAR    | SAME_UNIT",
        "APT 0        | APT 0   | SAME_UNIT",
        "APT 4        | APT 40  | OTHER_UNIT"
      })
  void tellsDoorsApart(@Nullable String one, @Nullable String other, Evidence level) {
    Traits there = traits("12 ANY ST", one);
    Traits here = traits("12 ANY ST", other);

    assertThat(MODEL.fit(there, here, Commonness.RARE).evidence()).contains(level);
  }

  @ParameterizedTest
  @CsvSource({
    "https://images.craigslist.org/00A0A_x_600x450.jpg,/images.craigslist.org/00A0A_x",
    "https://images.craigslist.org/00A0A_x_50x50c.jpg,/images.craigslist.org/00A0A_x",
    "https://photos.zillowstatic.com/fp/0a1b-cc_ft_768.webp,/photos.zillowstatic.com/fp/0a1b",
    "https://fsbo.com/media/546213-1.jpg?x=1,/fsbo.com/media/546213-1",
    "https://fsbo.com/1,/fsbo.com/1",
    "https://fsbo.com/a_x.jpg,/fsbo.com/a_x",
    "https://fsbo.com/a_5x.jpg,/fsbo.com/a_5x"
  })
  void knowsAPhotoInAllItsSizes(String url, String id) {
    assertThat(PhotoIds.of(List.of(url))).containsExactly(id);
  }

  @Test
  void comparesAFewPhotosOfModestAddresses() {
    assertThat(PhotoIds.of(List.of("https://a.example/" + "x".repeat(300)))).isEmpty();
    assertThat(PhotoIds.of(List.of("a/1", "a/2", "a/3", "a/4"))).hasSize(3);
  }

  @Test
  void hidesWhatItCompares() {
    assertThat(traits("12 ANY ST", null)).hasToString("***");
  }

  @Test
  void everyEvidenceHasItsBit() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    Arrays.stream(Evidence.values()).map(Evidence::feature).forEach(features::add);

    assertThat(Evidence.values().length).isLessThan(Long.SIZE);
    assertThat(features).containsExactlyInAnyOrder(Feature.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "same_street 0.9",
        "same_street guess 3",
        "same_street 1 0.1 0",
        "same_street 0.5 0 0",
        "nothing rule 3",
        "same_street 0.9 0.1 0 0"
      })
  void refusesAModelThatMeansNothing(String line) {
    List<String> lines = new ArrayList<>(whole());
    lines.removeIf(each -> each.startsWith("same_street"));
    lines.add(line);

    assertThatThrownBy(() -> MatchModel.read(lines)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAModelWithoutAThreshold() {
    List<String> lines = new ArrayList<>(whole());
    assertThat(MatchModel.read(lines).version()).isEqualTo(2);
    lines.removeIf(line -> line.startsWith("threshold"));

    assertThatThrownBy(() -> MatchModel.read(lines)).hasMessageContaining("no threshold");
  }

  private static List<String> whole() {
    List<String> lines = new ArrayList<>(List.of("# why", "version 2", "threshold 8", "weakest 0"));
    Arrays.stream(Evidence.values()).forEach(each -> lines.add(each.code() + " 0.5 0.5 0"));
    return lines;
  }

  private static Traits traits(String street, @Nullable String unit) {
    return Traits.of(
        LeadFixtures.aListing(),
        new Address(street, unit, "MIAMI", "FL", "33145"),
        LeadFixtures.aLocation(),
        LeadFixtures.aContact());
  }
}
