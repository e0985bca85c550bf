package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Functions and columns of the database say these words: renaming one here would refuse what is
/// stored.
class DatabaseWordsTest {

  @Test
  void linesRefuseInTheWordsOfTheDatabase() {
    assertThat(names(Joining.Refused.values()))
        .containsExactly(
            "NOT_ON_SALE",
            "SOLD_OUT",
            "ALREADY_OWNED",
            "HELD_BEFORE",
            "EARLY",
            "FREE",
            "TOO_MANY_WAITS");
  }

  @Test
  void ordersByCardEndInTheWordsOfTheDatabase() {
    assertThat(names(CardOrder.State.values()))
        .containsExactly("OPEN", "PAID", "CANCELED", "REFUND_DUE", "REFUNDED");
    assertThat(names(CardOrder.Refusal.values()))
        .containsExactly("NOT_ON_SALE", "TAKEN", "OVER_LIMIT", "PAID_OTHERWISE", "TAKEN_BACK");
  }

  @Test
  void refundsMoveInTheWordsOfTheDatabase() {
    assertThat(names(Refund.Move.values())).containsExactly("RETURN", "CLAW", "REINSTATEMENT");
  }

  @Test
  void deliveriesAreInTheStatesOfTheDatabase() {
    assertThat(names(DeliveryState.values())).containsExactly("DUE", "DELIVERED", "GIVEN_UP");
    assertThat(names(Endpoint.Reason.values()))
        .containsExactly("GONE", "FAILING", "UNCONFIRMED", "STOPPED");
    assertThat(names(Destination.Kind.values()))
        .containsExactly("WEBHOOK", "HUBSPOT", "FOLLOW_UP_BOSS", "SALESFORCE", "EMAIL");
  }

  @Test
  void offersStandAsInTheDatabase() {
    assertThat(names(Standing.values())).containsExactly("ON_SALE", "WITHDRAWN");
  }

  @Test
  void standingOrdersSpeakInTheWordsOfTheDatabase() {
    assertThat(names(Act.values())).containsExactly("BUY", "ALERT");
    assertThat(names(Channel.values())).containsExactly("INSTANT", "DAILY", "WEEKLY");
    assertThat(names(StandingOrder.State.values())).containsExactly("ACTIVE", "PAUSED", "ENDED");
    assertThat(names(Miss.values()))
        .contains(
            "CHANGED", "EXPIRED", "OVER_CAP", "IN_CART", "FULL", "NOT_ON_SALE", "ALREADY_OWNED")
        .contains(
            "COOLING_DOWN",
            "EARLY",
            "PRICE_CHANGED",
            "OVER_LIMIT",
            "TOO_MANY_HOLDS",
            "TOO_LITTLE_CREDIT");
  }

  private static Stream<String> names(Enum<?>[] words) {
    return Stream.of(words).map(Enum::name);
  }
}
