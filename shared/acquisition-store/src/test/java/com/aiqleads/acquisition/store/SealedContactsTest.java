package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.lambda.FieldCipher;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedContactsTest {

  /// As the functions have it.
  static final ObjectMapper JSON = ApplicationContext.run().getBean(ObjectMapper.class);

  private final FieldCipher cipher = new FieldCipher(List.of(new byte[32]));
  private final SealedContacts contacts = new SealedContacts(() -> cipher, JSON);

  @Test
  void opensWhatItSealed() {
    assertThat(contacts.open(contacts.seal(LeadFixtures.aContact())))
        .isEqualTo(LeadFixtures.aContact());
    assertThat(contacts.open(contacts.seal(Contact.NONE))).isEqualTo(Contact.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dana\nWhitfield", "Dana\r\nphone\t7", "a\tb", "\u2028", "{", "\"\\", " "})
  void opensEveryName(String name) {
    Contact contact = new Contact(name, List.of(), List.of(), List.of());

    assertThat(contacts.open(contacts.seal(contact))).isEqualTo(contact);
  }

  @Test
  void refusesWhatIsNoContact() {
    assertThatThrownBy(() -> contacts.open(cipher.encrypt("{\"phones\":\"blue")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageNotContaining("blue");
  }
}
