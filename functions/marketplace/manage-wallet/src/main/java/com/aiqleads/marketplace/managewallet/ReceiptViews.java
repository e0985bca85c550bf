package com.aiqleads.marketplace.managewallet;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.State;
import com.aiqleads.marketplace.receipts.TeamReceipt;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What receipts and credit notes say. Of a lead that is its id.
final class ReceiptViews {

  private static final int PERCENT_DIGITS = 4;

  private ReceiptViews() {}

  @Serdeable
  record LineView(
      @Nullable @Schema(description = "None if it is for money itself.") LeadId lead,
      @Nullable @Schema(allowableValues = {"shared", "exclusive"}) String mode,
      Money amount) {

    static LineView of(Receipt.Line line) {
      return new LineView(
          line.lead().map(Receipt.SoldLead::id).orElse(null),
          line.lead().map(lead -> lead.mode().text()).orElse(null),
          line.amount());
    }
  }

  @Serdeable
  record OriginalView(String id, String number) {}

  @Serdeable
  record ReceiptView(
      String id,
      String number,
      @Schema(allowableValues = {"receipt", "credit_note"}) String paper,
      @Schema(allowableValues = {"order", "top_up", "reinstatement", "return", "refund"})
          String kind,
      @Nullable @Schema(description = "What it gives back of.") OriginalView original,
      @Nullable String billTo,
      List<LineView> lines,
      @Schema(description = "What of the total is no tax.") Money net,
      @Schema(description = "In the total.") Money tax,
      @Schema(description = "In percent of the net.", example = "8.25") String taxRate,
      @Schema(description = "What was paid, or went back.") Money total,
      @Schema(allowableValues = {"card", "wallet"}) String paidBy,
      @Schema(description = "When it was paid, or went back.") Instant at,
      Instant issuedAt) {

    static ReceiptView of(Receipt receipt) {
      return new ReceiptView(
          receipt.id().text(),
          receipt.number(),
          receipt.kind().isCredit() ? "credit_note" : "receipt",
          receipt.kind().name().toLowerCase(Locale.ROOT),
          receipt.original().map(it -> new OriginalView(it.id().text(), it.number())).orElse(null),
          receipt.billTo().orElse(null),
          receipt.lines().stream().map(LineView::of).toList(),
          receipt.net(),
          receipt.tax(),
          percent(receipt.rate().millionths()),
          receipt.total(),
          receipt.byCard() ? "card" : "wallet",
          receipt.happenedAt(),
          receipt.issuedAt());
    }

    private static String percent(int millionths) {
      BigDecimal percent = BigDecimal.valueOf(millionths, PERCENT_DIGITS);
      return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
  }

  @Serdeable
  record PaperView(TeamId team, ReceiptView receipt) {

    static PaperView of(TeamReceipt paper) {
      return new PaperView(paper.team(), ReceiptView.of(paper.receipt()));
    }
  }

  @Serdeable
  record ReceiptsView(
      List<ReceiptView> receipts,
      @Nullable @Schema(description = "`below` of the next page, if there may be one.") Long next) {

    static ReceiptsView of(List<Receipt> receipts, int limit) {
      return new ReceiptsView(
          receipts.stream().map(ReceiptView::of).toList(),
          receipts.size() < limit ? null : (Long) receipts.getLast().place());
    }
  }

  @Serdeable
  record BillingView(
      @Nullable @Schema(description = "None if nobody has said.") String name,
      @Nullable String state) {

    static final BillingView NONE = new BillingView(null, null);

    static BillingView of(BillTo who) {
      return new BillingView(who.name(), who.state().map(State::code).orElse(null));
    }
  }
}
