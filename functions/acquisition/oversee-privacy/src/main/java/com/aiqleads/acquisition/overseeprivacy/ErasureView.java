package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.overseeprivacy.AskErasure.Known;
import com.aiqleads.kernel.CorrelationId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far an erasure has come, without whom it is about.
@Serdeable
record ErasureView(
    String id,
    @Schema(allowableValues = {"running", "done"}) String status,
    @Schema(description = "The keyed hash of who was asked for") @Nullable String subject,
    @Nullable Instant askedAt,
    @Nullable Instant finishedAt,
    @Schema(description = "What was found where, line by line") @Nullable String report,
    @Schema(description = "HMAC-SHA-256 of the report") @Nullable String signature,
    @Schema(description = "Whether the report is as it was signed") boolean signatureHolds) {

  static ErasureView begun(CorrelationId id) {
    return new ErasureView(id.text(), "running", null, null, null, null, null, false);
  }

  static ErasureView of(CorrelationId id, Known known) {
    Signed report = known.report().orElse(null);
    return new ErasureView(
        id.text(),
        report == null ? "running" : "done",
        known.state().subject().toString(),
        known.state().askedAt(),
        report == null ? null : report.finishedAt(),
        report == null ? null : report.text(),
        report == null ? null : report.signature(),
        known.isSignatureGood());
  }
}
