package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is meant and why it is done.
@Serdeable
@Schema(requiredProperties = "reason")
record PersonRequest(
    @Schema(example = "[\"+13055550123\"]") @Nullable List<String> phones,
    @Schema(example = "[\"ann@letterbox.example\"]") @Nullable List<String> emails,
    @Schema(example = "[\"12 Palm Ave #4, Miami, FL 33137\"]") @Nullable List<String> addresses,
    @Schema(description = "Such as the number of the request; no names", maxLength = 200)
        @Nullable String reason) {

  private static final int MAX_REASON = 200;
  private static final int MAX_LENGTH = 300;

  /// A person, and why.
  record Read(Person person, String reason) {}

  Read checked() {
    Fields fields = new Fields();
    Set<Phone> numbers = all("phones", phones, Phone::new, "must be such as +13055550123", fields);
    Set<Email> mails = all("emails", emails, Email::new, "must be a mail address", fields);
    Set<Address> homes =
        all(
            "addresses",
            addresses,
            PersonRequest::home,
            "must be such as 12 Palm Ave #4, Miami, FL 33137",
            fields);
    Optional<String> why =
        fields.require("reason", reason, PersonRequest::why, "must be one line of at most 200");
    int given = size(phones) + size(emails) + size(addresses);
    if (given < 1 || given > Person.MAX_IDENTIFIERS) {
      fields.refuse("phones", "must be with emails and addresses 1 to " + Person.MAX_IDENTIFIERS);
    }
    fields.throwIfAnyIsWrong();
    return new Read(new Person(numbers, mails, homes), why.orElseThrow());
  }

  private static int size(@Nullable List<String> texts) {
    return texts == null ? 0 : texts.size();
  }

  private static <T> Set<T> all(
      String field,
      @Nullable List<String> texts,
      Function<String, T> make,
      String rule,
      Fields fields) {
    Set<T> read = new LinkedHashSet<>();
    int most = Math.min(size(texts), Person.MAX_IDENTIFIERS);
    for (int at = 0; texts != null && at < most; at++) {
      fields.require(field + "[" + at + "]", texts.get(at), make, rule).ifPresent(read::add);
    }
    return read;
  }

  private static Address home(String text) {
    if (text.length() <= MAX_LENGTH && Addresses.normalise(text) instanceof Normalised(Address a)) {
      return a;
    }
    throw new IllegalArgumentException("no address");
  }

  /// Shown in the trail of suppressions, so it is one line.
  static String why(String text) {
    if (text.isBlank()
        || text.length() > MAX_REASON
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no reason");
    }
    return text.strip();
  }
}
