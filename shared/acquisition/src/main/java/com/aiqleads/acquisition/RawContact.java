package com.aiqleads.acquisition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A seller's contact as a page spells it. Personal: its text form says only how much there is.
public record RawContact(@Nullable String name, List<String> phones, List<String> emails) {

  public static final RawContact NONE = new RawContact(null, List.of(), List.of());

  public RawContact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }

  @Override
  public String toString() {
    return phones.size() + " phones, " + emails.size() + " mail addresses";
  }
}
