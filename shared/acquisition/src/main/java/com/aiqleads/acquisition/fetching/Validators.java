package com.aiqleads.acquisition.fetching;

/// What a site gave to ask again with: its entity tag and the time of its last change, empty where
/// it gave none.
public record Validators(String entityTag, String lastModified) {

  public static final Validators NONE = new Validators("", "");

  /// A site may send what it likes; they are kept, and sent with every later request.
  private static final int MAX_LENGTH = 256;

  /// One that is longer than any true one counts as not given: the page is fetched whole then.
  static Validators of(String entityTag, String lastModified) {
    return new Validators(bounded(entityTag), bounded(lastModified));
  }

  private static String bounded(String value) {
    return value.length() <= MAX_LENGTH ? value : "";
  }
}
