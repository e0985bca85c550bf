package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pages are meant and why it is done: a letter that asks for silence names these, mostly.
@Serdeable
@Schema(requiredProperties = {"pages", "reason"})
record PagesRequest(
    @Schema(example = "[\"https://homes.example/show/id/7\"]") @Nullable List<String> pages,
    @Schema(description = "Such as the number of the letter; no names", maxLength = 200)
        @Nullable String reason) {

  private static final int MAX_PAGES = 20;

  /// Some pages, and why.
  record Read(Set<URI> pages, String reason) {}

  Read checked() {
    Fields fields = new Fields();
    Set<URI> all = new LinkedHashSet<>();
    int given = pages == null ? 0 : pages.size();
    for (int at = 0; pages != null && at < Math.min(given, MAX_PAGES); at++) {
      fields
          .require(
              "pages[" + at + "]", pages.get(at), PagesRequest::page, "must be such as https://…")
          .ifPresent(all::add);
    }
    if (given < 1 || given > MAX_PAGES) {
      fields.refuse("pages", "must be 1 to " + MAX_PAGES);
    }
    Optional<String> why =
        fields.require("reason", reason, PersonRequest::why, "must be one line of at most 200");
    fields.throwIfAnyIsWrong();
    return new Read(all, why.orElseThrow());
  }

  private static URI page(String text) {
    return WebAddress.of(text, text).orElseThrow(IllegalArgumentException::new);
  }
}
