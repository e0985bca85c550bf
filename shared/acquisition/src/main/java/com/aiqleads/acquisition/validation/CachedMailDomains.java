package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Asks for each domain once in a while. That a server did not answer is not remembered.
public record CachedMailDomains(MailDomains domains, ValidationCache cache) implements MailDomains {

  private static final Duration TAKES_MAIL = Duration.ofDays(7);

  /// A domain may be mended, and its seller be written to, the next day.
  private static final Duration TAKES_NONE = Duration.ofDays(1);

  @Override
  public Answer ask(String domain) {
    return cache
        .find(Kind.MAIL_DOMAIN, domain)
        .flatMap(CachedMailDomains::read)
        .orElseGet(() -> asked(domain));
  }

  private Answer asked(String domain) {
    Answer answer = domains.ask(domain);
    switch (answer) {
      case TAKES_MAIL -> cache.keep(Kind.MAIL_DOMAIN, domain, answer.name(), TAKES_MAIL);
      case TAKES_NONE -> cache.keep(Kind.MAIL_DOMAIN, domain, answer.name(), TAKES_NONE);
      case UNKNOWN -> {}
    }
    return answer;
  }

  private static Optional<Answer> read(String answer) {
    return Arrays.stream(Answer.values()).filter(one -> one.name().equals(answer)).findFirst();
  }
}
