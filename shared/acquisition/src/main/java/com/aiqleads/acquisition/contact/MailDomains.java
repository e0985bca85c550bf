package com.aiqleads.acquisition.contact;

/// Whether a domain takes mail at all.
public interface MailDomains {

  /// What is known of a domain. Nobody loses a contact because a server did not answer.
  enum Answer {
    TAKES_MAIL,
    TAKES_NONE,
    UNKNOWN
  }

  /// For where the network must stay out of it: believes every domain.
  MailDomains UNASKED = domain -> Answer.UNKNOWN;

  Answer ask(String domain);
}
