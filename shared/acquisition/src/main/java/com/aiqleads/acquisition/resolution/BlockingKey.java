package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.kernel.Phone;
import java.util.LinkedHashSet;
import java.util.Set;

/// Two advertisements are compared only if they share one of these: comparing all with all would
/// cost the square of their number. Personal: made of phone numbers and addresses.
public record BlockingKey(String text) {

  static Set<BlockingKey> of(Advertisement advertisement) {
    Set<BlockingKey> keys = new LinkedHashSet<>();
    keys.add(of(advertisement.address()));
    advertisement.contact().phones().forEach(phone -> keys.add(of(phone)));
    return keys;
  }

  /// Number, name, unit and ZIP code: directionals and suffixes are what sites leave out.
  static BlockingKey of(Address address) {
    Home home = Home.at(address);
    return new BlockingKey(
        String.join("|", "address", address.zip(), home.number(), home.name(), home.unit()));
  }

  static BlockingKey of(Phone phone) {
    return new BlockingKey("phone|" + phone.e164());
  }

  @Override
  public String toString() {
    return text.substring(0, text.indexOf('|')) + "|***";
  }
}
