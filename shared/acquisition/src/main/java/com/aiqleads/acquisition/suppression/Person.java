package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Somebody, by what they gave to be found with. A name is not among it: it is many people's.
/// Personal: its text form says only how much there is.
public record Person(Set<Phone> phones, Set<Email> emails, Set<Address> addresses) {

  /// Of all kinds together.
  public static final int MAX_IDENTIFIERS = 20;

  public Person {
    phones = Set.copyOf(phones);
    emails = Set.copyOf(emails);
    addresses = Set.copyOf(addresses);
    int given = phones.size() + emails.size() + addresses.size();
    if (given < 1 || given > MAX_IDENTIFIERS) {
      throw new IllegalArgumentException("nobody is known by " + given + " identifiers");
    }
  }

  public Set<SuppressionKey> keys() {
    Set<SuppressionKey> keys = new LinkedHashSet<>();
    phones.forEach(phone -> keys.add(SuppressionKey.of(phone)));
    emails.forEach(email -> keys.add(SuppressionKey.of(email)));
    addresses.forEach(address -> keys.add(SuppressionKey.of(address)));
    return keys;
  }

  /// The ways to reach somebody.
  public static Set<BlockingKey> ways(Collection<Phone> phones, Collection<Email> emails) {
    Set<BlockingKey> keys = new LinkedHashSet<>();
    phones.forEach(phone -> keys.add(BlockingKey.of(phone)));
    emails.forEach(email -> keys.addAll(BlockingKey.inEitherForm(email)));
    return keys;
  }

  /// What leads are found by and locked with.
  public Set<BlockingKey> blockingKeys() {
    Set<BlockingKey> keys = ways(phones, emails);
    addresses.forEach(address -> keys.add(BlockingKey.of(address)));
    return keys;
  }

  /// By its contact or its home.
  public boolean isIn(Advertisement advertisement) {
    return SuppressionKey.of(advertisement).stream().anyMatch(keys()::contains);
  }

  @Override
  public String toString() {
    return "somebody with " + keys().size() + " identifiers";
  }
}
