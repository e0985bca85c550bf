package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.lambda.FieldCipher;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedContactsTest {

  private final FieldCipher cipher = new FieldCipher(List.of(new byte[32]));
  private final SealedContacts contacts = new SealedContacts(() -> cipher);

  @Test
  void opensWhatItSealed() {
    assertThat(contacts.open(contacts.seal(LeadFixtures.aContact())))
        .isEqualTo(LeadFixtures.aContact());
    assertThat(contacts.open(contacts.seal(Contact.NONE))).isEqualTo(Contact.NONE);
  }

  @Test
  void refusesWhatIsNoContact() {
    assertThatThrownBy(() -> contacts.open(cipher.encrypt("color\tblue")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("blue");
  }
}
