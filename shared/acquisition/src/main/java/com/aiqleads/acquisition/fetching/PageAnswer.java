package com.aiqleads.acquisition.fetching;

import java.util.Locale;
import java.util.Map;

/// What came back over the wire.
public sealed interface PageAnswer {

  /// The names of the headers are in lower case.
  record Answered(int status, Map<String, String> headers, PageBytes body) implements PageAnswer {

    public Answered {
      headers = Map.copyOf(headers);
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  record TooLarge(long maxBytes) implements PageAnswer {}

  record Failed(String cause) implements PageAnswer {}

  /// The moment to send it had passed.
  record NotSent() implements PageAnswer {}
}
