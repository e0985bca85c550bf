package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Contacts as encrypted texts. Inside, one line for each part, its kind and a tab in front; no
/// part has line ends.
record SealedContacts(Supplier<FieldCipher> cipher) {

  private static final String NAME = "name";
  private static final String PHONE = "phone";
  private static final String EMAIL = "email";
  private static final String REMARK = "remark";

  String seal(Contact contact) {
    Stream<String> lines =
        Stream.of(
                Stream.ofNullable(contact.name()).map(name -> line(NAME, name)),
                contact.phones().stream().map(phone -> line(PHONE, phone.e164())),
                contact.emails().stream().map(email -> line(EMAIL, email.address())),
                contact.remarks().stream()
                    .map(remark -> line(REMARK, remark.code(), remark.text())))
            .flatMap(part -> part);
    return cipher.get().encrypt(String.join("\n", lines.toList()));
  }

  Contact open(String sealed) {
    List<String> names = new ArrayList<>();
    List<Phone> phones = new ArrayList<>();
    List<Email> emails = new ArrayList<>();
    List<Explained> remarks = new ArrayList<>();
    cipher
        .get()
        .decrypt(sealed)
        .lines()
        .map(line -> line.split("\t"))
        .forEach(
            parts -> {
              switch (parts[0]) {
                case NAME -> names.add(parts[1]);
                case PHONE -> phones.add(new Phone(parts[1]));
                case EMAIL -> emails.add(new Email(parts[1]));
                case REMARK -> remarks.add(new Explained(parts[1], parts[2]));
                default -> throw new IllegalArgumentException("not a part of a contact");
              }
            });
    return new Contact(names.isEmpty() ? null : names.getFirst(), phones, emails, remarks);
  }

  private static String line(String... parts) {
    return String.join("\t", parts);
  }
}
