package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/// A file as the API gave it, to be passed on.
///
/// @param disposition what a browser is to do with it, and its name
record ApiFile(String mediaType, String disposition, Content content) {

  HttpResponse<byte[]> passedOn() {
    return HttpResponse.ok(content.bytes())
        .contentType(new MediaType(mediaType))
        .header("Content-Disposition", disposition)
        .header("Cache-Control", "no-store");
  }

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
