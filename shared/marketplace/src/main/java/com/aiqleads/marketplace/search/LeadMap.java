package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Cell;
import java.util.List;

/// The leads of a box on the map.
public sealed interface LeadMap {

  long total();

  record Leads(long total, List<Pin> pins) implements LeadMap {}

  record Squares(long total, int step, List<Square> squares) implements LeadMap {}

  record Pin(LeadId leadId, Cell cell, long priceCents) {}

  /// Known by its south-western cell.
  record Square(Cell corner, long count, long lowestPriceCents) {}
}
