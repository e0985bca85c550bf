package com.aiqleads.acquisition.validation;

import java.time.Duration;
import java.util.Optional;

/// Remembers what services on the network said, for all who validate. It may forget, and it may
/// fail: whoever asks it asks the service then.
public interface ValidationCache {

  /// What was asked.
  enum Kind {
    GEOCODE("geocode"),
    MAIL_DOMAIN("mail-domain"),
    WORDING("wording");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// Its name in keys and metrics.
    public String id() {
      return id;
    }
  }

  Optional<String> find(Kind kind, String subject);

  void keep(Kind kind, String subject, String answer, Duration howLong);
}
