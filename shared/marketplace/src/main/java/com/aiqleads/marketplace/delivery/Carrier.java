package com.aiqleads.marketplace.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Brings something to an address that a team has named.
public interface Carrier {

  Answer carry(Letter letter);

  /// One request. It may hold secrets and people: its text form says nothing of them.
  ///
  /// @param headers of JSON, unless they say otherwise
  /// @param mostAnswer of the answer's body no more bytes are read
  record Letter(URI address, Map<String, String> headers, String body, int mostAnswer) {

    public Letter {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "a letter";
    }
  }

  /// What came of it.
  sealed interface Answer {

    /// A whole answer, or what of it was wanted.
    ///
    /// @param headers by their names in lower case
    record Status(int code, Map<String, String> headers, String body) implements Answer {

      private static final int MOST_DIGITS = 7;

      public Status {
        headers = Map.copyOf(headers);
      }

      /// When the server wants to be asked again.
      public Optional<Duration> comeBack() {
        return number("retry-after").map(Duration::ofSeconds);
      }

      public Optional<Long> number(String header) {
        return Optional.ofNullable(headers.get(header))
            .filter(text -> !text.isEmpty() && text.length() <= MOST_DIGITS)
            .filter(text -> text.chars().allMatch(each -> each >= '0' && each <= '9'))
            .map(Long::valueOf);
      }

      /// The body may say who somebody is.
      @Override
      public String toString() {
        return "Status[" + code + "]";
      }
    }

    /// No answer of HTTP, and why, in words for the team.
    ///
    /// @param sent whether some of the letter may have left
    record None(String reason, boolean sent) implements Answer {}
  }
}
