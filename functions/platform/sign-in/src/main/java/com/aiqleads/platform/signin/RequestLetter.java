package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.WithMail;
import jakarta.inject.Singleton;

/// Asks for a letter. Nobody looks here whether anybody has the address, so that nobody can tell.
@Singleton
final class RequestLetter {

  private final WithMail mail;

  RequestLetter(WithMail mail) {
    this.mail = mail;
  }

  void request(MailKind kind, Email to) {
    mail.run(
        requests -> {
          requests.add(kind, to);
          return kind;
        });
  }
}
