package com.aiqleads.marketplace.proveexclusivity;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale.Ending;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal.PublishedKey;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ExclusivityViews {

  private ExclusivityViews() {}

  @Serdeable
  record ExclusivityReceiptsView(List<ExclusivityReceiptView> receipts) {}

  @Serdeable
  @Schema(description = "That a team bought a lead as its only buyer.")
  record ExclusivityReceiptView(
      @Schema(
              description =
                  "To be shown to others: signed by Ed25519 in the compact form of RFC 7515. It"
                      + " names neither the seller nor the team.")
          String receipt,
      VerdictView says) {

    static ExclusivityReceiptView of(ExclusiveSale sale, String receipt) {
      return new ExclusivityReceiptView(receipt, VerdictView.of(sale));
    }
  }

  @Serdeable
  @Schema(description = "What we say of a receipt of ours today.")
  record VerdictView(
      @Schema(allowableValues = {"valid", "given-back", "refunded"}) String verdict,
      @Schema(description = "The same for people.") String text,
      LeadId leadId,
      Instant from,
      @Schema(
              description =
                  "Since when it is not exclusive any more; null as long as it is, for good.")
          @Nullable Instant until,
      @Schema(description = "How often it was sold to others before.") int soldBefore) {

    static VerdictView of(ExclusiveSale sale) {
      return new VerdictView(
          sale.ending().map(Ending::reason).map(VerdictView::code).orElse("valid"),
          sale.ending()
              .map(Ending::reason)
              .map(VerdictView::sentence)
              .orElse(
                  "We signed this receipt, and its buyer is still the only one who has the lead."),
          sale.lead(),
          sale.soldAt(),
          sale.ending().map(Ending::at).orElse(null),
          sale.soldBefore());
    }

    private static String code(ExclusiveSale.Reason reason) {
      return switch (reason) {
        case GIVEN_BACK -> "given-back";
        case REFUNDED -> "refunded";
      };
    }

    private static String sentence(ExclusiveSale.Reason reason) {
      return switch (reason) {
        case GIVEN_BACK ->
            "We signed this receipt, but the lead was given back since: it is revoked, and others"
                + " may buy the lead.";
        case REFUNDED ->
            "We signed this receipt, but the whole price of the lead was refunded since: it is"
                + " revoked. Nobody else gets the lead.";
      };
    }
  }

  @Serdeable
  @Schema(description = "A set of keys (RFC 7517); each is of Ed25519 (RFC 8037).")
  record KeysView(List<KeyView> keys) {

    static KeysView of(List<PublishedKey> keys) {
      return new KeysView(
          keys.stream()
              .map(key -> new KeyView("OKP", "Ed25519", "EdDSA", "sig", key.id(), key.x()))
              .toList());
    }
  }

  @Serdeable
  record KeyView(String kty, String crv, String alg, String use, String kid, String x) {}
}
