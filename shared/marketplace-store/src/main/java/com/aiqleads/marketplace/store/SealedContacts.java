package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.marketplace.Contact;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Contacts as the database keeps them: encrypted. The cipher is asked for when it is needed, since
/// not every function that has a database may have the key.
record SealedContacts(Supplier<FieldCipher> cipher, ObjectMapper json) {

  /// Kernel types hide themselves in text, so the clear form has plain strings.
  @Serdeable
  record Clear(@Nullable String name, List<String> phones, List<String> emails) {}

  String seal(Contact contact) {
    Clear clear =
        new Clear(
            contact.name(),
            contact.phones().stream().map(Phone::e164).toList(),
            contact.emails().stream().map(Email::address).toList());
    try {
      return cipher.get().encrypt(json.writeValueAsString(clear));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a contact", e);
    }
  }

  Contact open(String sealed) {
    try {
      Clear clear = json.readValue(cipher.get().decrypt(sealed), Clear.class);
      return new Contact(
          clear.name(),
          clear.phones().stream().map(Phone::new).toList(),
          clear.emails().stream().map(Email::new).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a contact", e);
    }
  }
}
