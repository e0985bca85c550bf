package com.aiqleads.marketplace.searchleads;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.search.LeadMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadMapViewTest {

  private static final Cell MIAMI = Cell.of(new GeoPoint(25.77, -80.19));

  @Test
  void showsEachLeadOfFew() {
    LeadMapView view =
        LeadMapView.of(
            new LeadMap.Leads(1, List.of(new LeadMap.Pin(OfferFixtures.leadId(1), MIAMI, 34_00))),
            "index");

    assertThat(view.squares()).isEmpty();
    assertThat(view.leads())
        .containsExactly(
            new LeadMapView.PinView(OfferFixtures.leadId(1), MIAMI.point(), Money.usd(34_00)));
  }

  @Test
  void showsSquaresOfManyByTheirMiddles() {
    LeadMapView view =
        LeadMapView.of(
            new LeadMap.Squares(9, 3, List.of(new LeadMap.Square(MIAMI, 9, 2_00))), "database");

    assertThat(view.total()).isEqualTo(9);
    assertThat(view.leads()).isEmpty();
    LeadMapView.SquareView square = view.squares().getFirst();
    assertThat(square.lowestPrice()).isEqualTo(Money.usd(2_00));
    assertThat(square.location().latitude()).isEqualTo((MIAMI.row() + 1.0) / Cell.PER_DEGREE);
    assertThat(square.location().longitude()).isEqualTo((MIAMI.column() + 1.0) / Cell.PER_DEGREE);
  }
}
