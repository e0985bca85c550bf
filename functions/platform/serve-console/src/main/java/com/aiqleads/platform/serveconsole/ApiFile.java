package com.aiqleads.platform.serveconsole;

/// A file as the API gave it, to be passed on.
///
/// @param disposition what a browser is to do with it, and its name
record ApiFile(String mediaType, String disposition, Content content) {

  /// Its bytes, which nobody changes.
  static final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }
}
