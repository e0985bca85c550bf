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
import com.aiqleads.kernel.Phone;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever sells and whoever should live there: the scores are the same.
class FairHousingTest {

  private static final String TEXT =
      "Bright rooms with new windows under a roof of last year, a big kitchen, and a yard with a"
          + " covered patio. %s lived here. Walk to the %s. Suits a %s, and %s is spoken. Please"
          + " %s.";

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
