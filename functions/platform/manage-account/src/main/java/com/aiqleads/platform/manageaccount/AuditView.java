package com.aiqleads.platform.manageaccount;

import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.AuditEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
record AuditView(
    List<Entry> entries,
    @Schema(description = "For the parameter `cursor`; absent at the end") @Nullable String next) {

  @Serdeable
  record Entry(
      Instant at,
      @Schema(example = "signed-in") String act,
      String person,
      @Schema(description = "What it was done to, such as a session; may be empty") String subject,
      @Schema(description = "The API key of the program that did it; absent for a person")
          @Nullable String key) {}

  static AuditView of(List<AuditEntry> entries, Optional<String> next) {
    return new AuditView(entries.stream().map(AuditView::entry).toList(), next.orElse(null));
  }

  private static Entry entry(AuditEntry entry) {
    return new Entry(
        entry.at(),
        entry.act().text(),
        entry.person().text(),
        entry.subject(),
        entry.key().map(ApiKeyId::text).orElse(null));
  }
}
