package com.aiqleads.acquisition.contact;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.contact.Checked.Dropped;
import com.aiqleads.acquisition.contact.Checked.Kept;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps of a contact what reaches a person, and says what it dropped. A lead without any contact
/// is still a lead, only a worse one.
public final class ContactCheck {

  private static final int MAX_NAME_LENGTH = 80;
  private static final int MAX_WRITTEN_NAME = 200;
  private static final int MAX_WAYS = 5;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NO_NAME =
      Pattern.compile("@|https?:|\\d{3}|(?i:^(the )?(home ?)?(owner|seller)$)");

  private final Emails emails;

  public ContactCheck(MailDomains domains) {
    this.emails = new Emails(domains);
  }

  public Contact check(RawContact raw, @Nullable String description) {
    Findings findings = new Findings();
    raw.phones().forEach(phone -> findings.phone(Phones.check(phone)));
    raw.emails().forEach(email -> findings.email(emails.check(email)));
    if (findings.isEmpty() && description != null) {
      searched(description, findings);
    }
    if (findings.isEmpty()) {
      findings.remarks.add(ContactRemark.NO_CONTACT);
    }
    return findings.contact(name(raw.name()));
  }

  private void searched(String description, Findings findings) {
    ContactInText.phones(description).forEach(phone -> findings.phone(Phones.check(phone)));
    ContactInText.emails(description).forEach(email -> findings.email(emails.check(email)));
    if (!findings.isEmpty()) {
      findings.remarks.add(ContactRemark.CONTACT_FROM_TEXT);
    }
  }

  private static @Nullable String name(@Nullable String written) {
    String bounded = written == null || written.length() > MAX_WRITTEN_NAME ? "" : written.strip();
    String name = SPACES.matcher(bounded).replaceAll(" ");
    boolean possible =
        !name.isEmpty() && name.length() <= MAX_NAME_LENGTH && !NO_NAME.matcher(name).find();
    return possible ? name : null;
  }

  private static final class Findings {

    private final Set<Phone> phones = new LinkedHashSet<>();
    private final Set<Email> emails = new LinkedHashSet<>();
    private final Set<ContactRemark> remarks = EnumSet.noneOf(ContactRemark.class);

    boolean isEmpty() {
      return phones.isEmpty() && emails.isEmpty();
    }

    void phone(Checked<Phone> checked) {
      take(checked, phones);
    }

    void email(Checked<Email> checked) {
      take(checked, emails);
    }

    private <T> void take(Checked<T> checked, Set<T> kept) {
      switch (checked) {
        case Kept<T>(T value, List<ContactRemark> doubts) -> {
          if (kept.size() < MAX_WAYS) {
            kept.add(value);
            remarks.addAll(doubts);
          }
        }
        case Dropped<T>(ContactRemark remark) -> remarks.add(remark);
      }
    }

    Contact contact(@Nullable String name) {
      return new Contact(
          name,
          List.copyOf(phones),
          List.copyOf(emails),
          remarks.stream().map(Explained::by).toList());
    }
  }
}
