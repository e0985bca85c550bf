package com.aiqleads.acquisition.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.standing.InMemoryStandings;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever sells and whoever should live there: the scores are the same.
class FairHousingTest {

  private static final String TEXT =
      "Bright rooms with new windows under a roof of last year, a big kitchen, and a yard with a"
          + " covered patio. %s lived here. Walk to the %s. Suits a %s, and %s is spoken. Please"
          + " %s.";

  /// Several of each ground that the law names: race and color, religion, national origin, sex,
  /// families with children, disability; and what stands for them.
  private static final List<String> PEOPLE =
      List.of(
          "black neighbours",
          "White street",
          "asian buyers",
          "hispanic area",
          "light-skinned",
          "Christian home",
          "muslim owners",
          "near the synagogue",
          "halal kitchen",
          "Hindu shrine",
          "Haitian community",
          "cuban block",
          "Somali",
          "se habla español",
          "no immigrants",
          "women only",
          "bachelor pad",
          "gay friendly",
          "a man's den",
          "transgender",
          "no children",
          "adults only",
          "ideal for families",
          "no kids",
          "empty nesters",
          "pregnant",
          "wheelchair ramp",
          "no disabled",
          "mentally ill",
          "service dog",
          "able-bodied",
          "Section 8 welcome",
          "vouchers",
          "veterans",
          "seniors 55+",
          "students");

  @ParameterizedTest
  @CsvSource({
    "Maria,   church,    family,        Spanish,  call Maria Gonzalez",
    "Mohammed,mosque,    couple,        Arabic,   call Mohammed Al-Sayed",
    "Rachel,  synagogue, bachelor,      Hebrew,   call Rachel Goldstein",
    "Nguyen,  temple,    retiree,       Vietnamese, call Nguyen Van",
    "Jamal,   chapel,    student,       english,  call Jamal Washington",
    "Jane,    gurdwara,  veteran,       creole,   call Jane O'Neil",
    "Ivan,    cathedral, parent,        Russian,  call Ivan Petrov",
    "Kim,     parish,    woman,         korean,   call Kim",
    "Ana,     shul,      handicapped,   French,   call Ana de la Cruz",
    "Liam,    Lincoln Elementary School, man, Polish, call Liam",
    "Keisha,  Saint Mary Academy, widow, german, call Keisha"
  })
  void swappedWordsChangeNoScore(
      String name, String place, String who, String language, String call) {
    String text = TEXT.formatted(name, place, who, language, call);
    String plain = TEXT.formatted("Anna", "church", "family", "English", "call Anna");

    assertThat(judged(text, name)).isEqualTo(judged(plain, "Anna"));
  }

  static List<String> people() {
    return PEOPLE;
  }

  @ParameterizedTest
  @MethodSource("people")
  void noWordForPeopleChangesAScoreWhereverItStands(String words) {
    Listing plain = LeadFixtures.aListing();
    String text = Objects.requireNonNull(plain.description());

    for (Listing with :
        List.of(
            plain.described(plain.title() + ", " + words, text),
            plain.described(words + ": " + plain.title(), text),
            plain.described(plain.title(), text + words + "."),
            plain.described(plain.title(), words + ". " + text))) {
      assertThat(judged(with, LeadFixtures.anAddress(), LeadFixtures.aContact()))
          .isEqualTo(judged(plain, LeadFixtures.anAddress(), LeadFixtures.aContact()));
    }
  }

  /// Where people live tells who they are, and so may the name of a street.
  @ParameterizedTest
  @CsvSource({
    "300 MARTIN LUTHER KING JR BLVD, MIAMI GARDENS, FL, 33056",
    "12 CHURCH ST,                   HIALEAH,       FL, 33010",
    "77 SYNAGOGUE LN,                SURFSIDE,      FL, 33154",
    "1 RESERVATION RD,               PINE RIDGE,    SD, 57770",
    "20 CALLE OCHO,                  SAN JUAN,      PR, 00901",
    "9 PARK AVE,                     NEW YORK,      NY, 10065",
    "4 OAK ST,                       DETROIT,       MI, 48205"
  })
  void noPlaceChangesAScore(String street, String city, String state, String zip) {
    Listing listing = LeadFixtures.aListing();
    Contact contact = LeadFixtures.aContact();

    assertThat(judged(listing, new Address(street, null, city, state, zip), contact))
        .isEqualTo(judged(listing, LeadFixtures.anAddress(), contact));
  }

  @ParameterizedTest
  @CsvSource({
    "Lakisha Washington,  lakisha.washington@letterbox.example, 3059582368",
    "Mohammed Al-Sayed,   m.alsayed@mosque.example,             3139582368",
    "Nguyễn Văn An,       an.nguyen@letterbox.example,          7149582368",
    "María José González, gonzalez@iglesia.example,             7879582368",
    "Rabbi Goldstein,     goldstein@letterbox.example,          7189582368",
    "Mrs. Whitfield,      mom.of.4@letterbox.example,           2129582368",
    "Running Bear,        bear@tribe.example,                   6059582368"
  })
  void noNameAndNoNumberChangesAScore(String name, String mail, String phone) {
    Listing listing = LeadFixtures.aListing();
    Address address = LeadFixtures.anAddress();
    Contact other =
        new Contact(name, List.of(new Phone("+1" + phone)), List.of(new Email(mail)), List.of());

    assertThat(judged(listing, address, other))
        .isEqualTo(judged(listing, address, LeadFixtures.aContact()));
  }

  private static Scores judged(Listing listing, Address address, Contact contact) {
    Advertisement seen = LeadFixtures.anAdvertisement(listing, address, contact);
    InMemoryLeads leads = new InMemoryLeads();
    Lead lead = ((Started) new LeadResolution(leads, InstantSource.system()).resolve(seen)).lead();
    Standing standing = Standing.of(lead, new InMemoryStandings(leads).around(lead));
    return new Scores(QualityRules.qualityOf(lead), FraudRules.fraudIn(lead, standing));
  }

  private record Scores(Quality quality, Fraud fraud) {}

  /// Among three others of the same text, by somebody else, so that what is compared counts, too.
  private static Scores judged(String text, String name) {
    InMemoryLeads leads = new InMemoryLeads();
    for (int at = 1; at <= 3; at++) {
      filed(
          leads,
          at,
          TEXT.formatted("Rosa", "church", "family", "English", "call"),
          "Rosa " + "A".repeat(at));
    }
    Lead lead = filed(leads, 9, text, name);
    Standing standing = Standing.of(lead, new InMemoryStandings(leads).around(lead));
    assertThat(standing.sameTexts()).isEqualTo(3);
    return new Scores(QualityRules.qualityOf(lead), FraudRules.fraudIn(lead, standing));
  }

  private static Lead filed(InMemoryLeads leads, int at, String text, String name) {
    Listing listing =
        LeadFixtures.aListing(
                Source.FSBO, String.valueOf(at), LeadFixtures.PRICE, LeadFixtures.SEEN_AT)
            .described("Home of " + name, text);
    Advertisement seen =
        LeadFixtures.anAdvertisement(
            new Listing(
                listing.id(),
                listing.source(),
                listing.sourceListingId(),
                listing.url(),
                listing.title(),
                listing.description(),
                listing.price(),
                listing.property(),
                listing.listedOn(),
                List.of("https://fsbo.com/" + at),
                null,
                listing.observedAt()),
            new Address(at + "00 ELM ST", null, "TAMPA", "FL", "3360" + at),
            new Contact(name, List.of(new Phone("+1305958236" + at)), List.of(), List.of()));
    return ((Started) new LeadResolution(leads, InstantSource.system()).resolve(seen)).lead();
  }
}
