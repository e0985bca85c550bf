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
import java.util.ArrayList;
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
    String clear = cipher.get().decrypt(sealed);
    return contact(clear.startsWith("{") ? read(clear) : lines(clear));
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

  /// As it was written until 2026-11-21: a line for each part, its kind and a tab in front. A name
  /// with a line end goes on in the lines after it.
  private static Clear lines(String clear) {
    StringBuilder name = new StringBuilder();
    List<String> phones = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (String line : clear.lines().toList()) {
      String[] parts = line.split("\t", -1);
      switch (parts[0]) {
        case "name" -> name.append(line.substring(parts[0].length() + 1));
        case "phone" -> phones.add(parts[1]);
        case "email" -> emails.add(parts[1]);
        case "remark" -> remarks.add(new Remark(parts[1], parts[2]));
        default -> name.append(' ').append(line);
      }
    }
    return new Clear(name.isEmpty() ? null : name.toString(), phones, emails, remarks);
  }
}
