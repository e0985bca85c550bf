package com.aiqleads.marketplace.exclusivity;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is signed: which lead was sold to one team alone, and when. It names neither the seller nor
/// the team. Whoever buys alone has the lead alone for good, unless it is given back.
public record ExclusivityReceipt(OrderLineId line, LeadId lead, Instant soldAt, int soldBefore) {

  private static final Pattern TEXT =
      Pattern.compile(
          "\\{\"line\":\"([0-9A-Za-z_]{1,60})\",\"lead\":\"([0-9A-Za-z_]{1,60})\","
              + "\"from\":\"([0-9TZ:.-]{1,40})\",\"until\":\"for good\","
              + "\"soldBefore\":([0-9]{1,4})}");

  /// Whether both are of one sale. How often it was sold before may be told otherwise later, when
  /// an earlier sale turns out to have reached nobody.
  public boolean isOfSameSaleAs(ExclusivityReceipt other) {
    return line.equals(other.line) && lead.equals(other.lead) && soldAt.equals(other.soldAt);
  }

  /// JSON, always of the same letters: of one sale there is one receipt.
  public String text() {
    return "{\"line\":\"%s\",\"lead\":\"%s\",\"from\":\"%s\",\"until\":\"for good\",\"soldBefore\":%d}"
        .formatted(line.text(), lead.text(), soldAt, soldBefore);
  }

  /// Reads [#text] back.
  ///
  /// @throws IllegalArgumentException for anything else
  public static ExclusivityReceipt parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a receipt");
    }
    return new ExclusivityReceipt(
        OrderLineId.parse(parts.group(1)),
        LeadId.parse(parts.group(2)),
        instant(parts.group(3)),
        Integer.parseInt(parts.group(4)));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }
}
