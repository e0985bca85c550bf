package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import java.util.stream.Stream;

/// The ways to reach somebody: as an erasure takes them, those that were given and those of what is
/// held.
record Ways(List<Phone> phones, List<Email> emails) {

  static Ways of(Person person, List<Held> held) {
    return new Ways(
        Stream.concat(
                person.phones().stream(),
                held.stream().flatMap(one -> one.advertisement().contact().phones().stream()))
            .distinct()
            .toList(),
        Stream.concat(
                person.emails().stream(),
                held.stream().flatMap(one -> one.advertisement().contact().emails().stream()))
            .map(Email::inLowerCase)
            .distinct()
            .toList());
  }

  List<SuppressionKey> keys() {
    return Stream.concat(
            phones.stream().map(SuppressionKey::of), emails.stream().map(SuppressionKey::of))
        .toList();
  }

  @Override
  public String toString() {
    return phones.size() + " phones, " + emails.size() + " mail addresses";
  }
}
