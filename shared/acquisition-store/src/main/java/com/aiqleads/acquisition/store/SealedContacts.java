package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Contacts as encrypted texts; inside, JSON.
record SealedContacts(Supplier<FieldCipher> cipher, ObjectMapper json) {

  /// Kernel types hide themselves in text, so the clear form has plain strings.
  @Serdeable
  record Clear(
      @Nullable String name, List<String> phones, List<String> emails, List<Remark> remarks) {}

  @Serdeable
  record Remark(String code, String text) {}

  String seal(Contact contact) {
    Clear clear =
        new Clear(
            contact.name(),
            contact.phones().stream().map(Phone::e164).toList(),
            contact.emails().stream().map(Email::address).toList(),
            contact.remarks().stream().map(one -> new Remark(one.code(), one.text())).toList());
    try {
      return cipher.get().encrypt(json.writeValueAsString(clear));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a contact", e);
    }
  }

  Contact open(String sealed) {
    return contact(read(cipher.get().decrypt(sealed)));
  }

  private static Contact contact(Clear clear) {
    return new Contact(
        clear.name(),
        clear.phones().stream().map(Phone::new).toList(),
        clear.emails().stream().map(Email::new).toList(),
        clear.remarks().stream().map(one -> new Explained(one.code(), one.text())).toList());
  }

  private Clear read(String clear) {
    try {
      return json.readValue(clear, Clear.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a contact", e);
    }
  }
}
