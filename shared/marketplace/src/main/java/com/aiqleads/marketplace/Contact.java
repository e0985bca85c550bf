package com.aiqleads.marketplace;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to reach the seller. Personal: its text form says only how much there is.
public record Contact(@Nullable String name, List<Phone> phones, List<Email> emails) {

  public Contact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }

  public boolean hasPhone() {
    return !phones.isEmpty();
  }

  public boolean hasEmail() {
    return !emails.isEmpty();
  }

  @Override
  public String toString() {
    return phones.size() + " phones, " + emails.size() + " mail addresses";
  }
}
