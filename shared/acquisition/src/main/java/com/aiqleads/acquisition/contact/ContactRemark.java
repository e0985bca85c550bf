package com.aiqleads.acquisition.contact;

import com.aiqleads.acquisition.ListedReason;

/// What is to be known about a contact: what was dropped from it, and what was kept with a doubt.
public enum ContactRemark implements ListedReason {
  PHONE_UNREADABLE("A phone number could not be read."),
  PHONE_INVALID("A phone number cannot exist."),
  PHONE_FICTIONAL("A phone number is reserved for fiction."),
  PHONE_TOLL_FREE("A phone number is toll-free, which no private seller has."),
  PHONE_PREMIUM("A phone number costs whoever calls it, which no private seller has."),
  PHONE_REPEATED_DIGIT("A phone number is one digit all over."),
  PHONE_OBFUSCATED("A phone number was written to hide it from programs."),
  PHONE_EXTENSION("A phone number has an extension."),
  PHONE_FOREIGN("A phone number belongs to another country."),
  PHONE_SHARED("A phone number is on the advertisements of several other properties."),
  EMAIL_MALFORMED("A mail address is misspelled."),
  EMAIL_DISPOSABLE("A mail address is a throw-away address."),
  EMAIL_ROLE("A mail address belongs to an office, not to a person."),
  EMAIL_RELAY("A mail address belongs to a site that passes mail on, not to a person."),
  EMAIL_NO_MAIL_SERVER("A mail address has a domain that takes no mail."),
  CONTACT_FROM_TEXT("The contact stands in the text of the advertisement only."),
  NO_CONTACT("The advertisement gives no way to reach the seller.");

  private final String text;

  ContactRemark(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
