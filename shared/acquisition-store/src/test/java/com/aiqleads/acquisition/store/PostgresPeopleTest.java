package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresPeopleTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final Database database = new Database(postgres.dataSource());
  private final SealedContacts contacts = new SealedContacts(() -> CIPHER, SealedContactsTest.JSON);
  private final BlindKeys hashes = new BlindKeys(() -> new byte[32]);
  private final PostgresPeople people = new PostgresPeople(database, contacts, hashes);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void findsByContactAndByHome() {
    Advertisement full = LeadFixtures.anAdvertisement();
    file(full);

    assertThat(people.held(with(new Phone("+13059582368"))))
        .extracting(Held::advertisement)
        .containsExactly(full);
    assertThat(people.held(with(new Email("dana.whitfield@letterbox.example")))).hasSize(1);
    assertThat(people.held(new Person(Set.of(), Set.of(), Set.of(LeadFixtures.anAddress()))))
        .hasSize(1);
    assertThat(people.held(with(new Phone("+13059582369")))).isEmpty();
  }

  @Test
  void findsAMailAddressInAnyCase() {
    file(
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(),
            LeadFixtures.anAddress(),
            new Contact(
                null,
                List.of(),
                List.of(new Email("Dana.Whitfield@letterbox.example")),
                List.of())));

    assertThat(people.held(with(new Email("dana.whitfield@letterbox.example")))).hasSize(1);
    assertThat(people.held(with(new Email("DANA.WHITFIELD@letterbox.example")))).hasSize(1);
  }

  @Test
  void findsAsItWasWrittenWhatWasFiledBeforeCasesWereTheSame() {
    Email written = new Email("Dana.Whitfield@letterbox.example");
    file(
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(),
            LeadFixtures.anAddress(),
            new Contact(null, List.of(), List.of(written), List.of())));
    int filed =
        database.update(
            "update blocking_keys set key = ? where key = ?",
            row -> {
              row.setObject(1, hashes.of(new BlockingKey("email|" + written.address())));
              row.setObject(2, hashes.of(BlockingKey.of(written)));
            });

    assertThat(filed).isEqualTo(1);
    assertThat(people.held(with(written))).hasSize(1);
    assertThat(with(new Email("dana.whitfield@letterbox.example")).blockingKeys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call 305 958-2368",
        "(305) 958.2368!",
        "+1-305-958-2368",
        "3059582368",
        "write to DANA.whitfield@letterbox.example",
        "mail dana.whitfield&#64;letterbox.example"
      })
  void findsByTextToo(String text) {
    file(
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListingSaying(text), LeadFixtures.anAddress(), Contact.NONE));

    Person person =
        new Person(
            Set.of(new Phone("+13059582368")),
            Set.of(new Email("dana.whitfield@letterbox.example")),
            Set.of());

    assertThat(people.held(person)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lot 13059582368991", "305 958 2369", "xdana.whitfield-letterbox.example"})
  void takesNothingElseForIt(String text) {
    file(
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListingSaying(text), LeadFixtures.anAddress(), Contact.NONE));

    Person person =
        new Person(
            Set.of(new Phone("+13059582368")),
            Set.of(new Email("dana.whitfield@letterbox.example")),
            Set.of());

    assertThat(people.held(person)).isEmpty();
  }

  private static Person with(Phone phone) {
    return new Person(Set.of(phone), Set.of(), Set.of());
  }

  private static Person with(Email email) {
    return new Person(Set.of(), Set.of(email), Set.of());
  }

  private void file(Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(new PostgresLeads(database, contacts, hashes), InstantSource.system());
    database.inTransaction(
        () -> {
          resolution.reserve(List.of(advertisement), Set.of(), Set.of());
          return resolution.resolve(advertisement);
        });
  }
}
