package com.aiqleads.acquisition.contact;

/// Whether a domain takes mail at all.
public interface MailDomains {

  /// For where the network must stay out of it: believes every domain.
  MailDomains UNASKED = domain -> true;

  boolean takeMail(String domain);
}
