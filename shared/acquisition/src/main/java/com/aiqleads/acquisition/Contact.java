package com.aiqleads.acquisition;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A seller's contact after validation; what failed is gone, and said in the remarks. Personal: its
/// text form says only how much there is.
public record Contact(
    @Nullable String name, List<Phone> phones, List<Email> emails, List<Explained> remarks) {

  public static final Contact NONE = new Contact(null, List.of(), List.of(), List.of());

  public Contact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    remarks = List.copyOf(remarks);
  }

  public boolean isReachable() {
    return !phones.isEmpty() || !emails.isEmpty();
  }

  @Override
  public String toString() {
    return phones.size() + " phones, " + emails.size() + " mail addresses";
  }
}
