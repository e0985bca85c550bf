package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.LeadMap;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Serdeable
@Schema(description = "Each lead of the box if there are at most 2,000, else squares with counts.")
record LeadMapView(
    long total,
    List<PinView> leads,
    List<SquareView> squares,
    @Schema(description = "Who answered: the index, or the database while the index cannot.")
        String answeredBy) {

  @Serdeable
  record PinView(LeadId id, GeoPoint location, Money price) {}

  @Serdeable
  record SquareView(
      @Schema(description = "Its middle.") GeoPoint location, long count, Money lowestPrice) {}

  static LeadMapView of(LeadMap map, String answeredBy) {
    return switch (map) {
      case LeadMap.Leads(long total, var pins) ->
          new LeadMapView(
              total, pins.stream().map(LeadMapView::pin).toList(), List.of(), answeredBy);
      case LeadMap.Squares(long total, int step, var squares) ->
          new LeadMapView(
              total,
              List.of(),
              squares.stream().map(square -> square(square, step)).toList(),
              answeredBy);
    };
  }

  private static PinView pin(LeadMap.Pin pin) {
    return new PinView(pin.leadId(), pin.cell().point(), Money.usd(pin.priceCents()));
  }

  private static SquareView square(LeadMap.Square square, int step) {
    return new SquareView(
        middle(square.corner(), step), square.count(), Money.usd(square.lowestPriceCents()));
  }

  /// Of the points that its cells are rounded to.
  private static GeoPoint middle(Cell corner, int step) {
    double half = (step - 1) / 2.0;
    return new GeoPoint(
        Math.min(90, (corner.row() + half) / Cell.PER_DEGREE),
        Math.min(180, (corner.column() + half) / Cell.PER_DEGREE));
  }
}
