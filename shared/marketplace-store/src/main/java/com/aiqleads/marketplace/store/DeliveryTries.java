package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.Parcel;
import java.time.Duration;

/// What tries led to, for a delivery and for its endpoint.
record DeliveryTries(Database database) {

  private static final String TRIED =
      """
      with tried as (
        update deliveries
        set attempts = attempts + 1, state = ?, answer = ?, taken_until = null, called_until = null,
          due_at = clock() + ? * interval '1 millisecond',
          ended_at = case when ? then clock() end,
          reached = reached or ?, lost_at = case when ? and not (reached or ?) then clock() end
        where delivery_id = ? and turn = ? and taken_until is not null and state = 'DUE'
        returning endpoint_id, state = 'DELIVERED' as arrived, ? as was_sent),
      judged as (
        select e.endpoint_id, t.arrived, case
          when t.arrived then null
          when ? then 'GONE'
          when e.failures + 1 >= ? and e.failing_since <= clock() - ? * interval '1 second'
            then 'FAILING' end as off
        from tried t join endpoints e using (endpoint_id) where t.was_sent)
      update endpoints e
      set failures = case when j.arrived then 0 else e.failures + 1 end,
        failing_since = case when not j.arrived then coalesce(e.failing_since, clock()) end,
        off_reason = coalesce(e.off_reason, j.off),
        off_at = coalesce(e.off_at, case when j.off is not null then clock() end)
      from judged j where e.endpoint_id = j.endpoint_id
      """;

  void tried(Parcel parcel, Attempt attempt) {
    DeliveryState state = state(parcel, attempt);
    database.update(
        TRIED,
        Parameters.of(
            state.name(),
            attempt.answer(),
            wait(attempt).toMillis(),
            state != DeliveryState.DUE,
            attempt.mayHaveArrived(),
            state == DeliveryState.GIVEN_UP,
            attempt.mayHaveArrived(),
            parcel.id().value(),
            parcel.turn(),
            isOfTheEndpoint(attempt),
            attempt instanceof Attempt.Gone,
            Deliveries.MOST_FAILURES,
            Deliveries.LONGEST_FAILING.toSeconds()));
  }

  /// A lead waits for an endpoint that is turned on again; what only tried it does not. A letter
  /// that asks would be sent for ever: an address that nobody has agreed to is off anyway.
  private static DeliveryState state(Parcel parcel, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Delivered _ -> DeliveryState.DELIVERED;
      case Attempt.Later _, Attempt.Postponed _ -> DeliveryState.DUE;
      case Attempt.Gone _ ->
          parcel.bought().isPresent() ? DeliveryState.DUE : DeliveryState.GIVEN_UP;
      case Attempt.GivenUp _, Attempt.Withheld _ -> DeliveryState.GIVEN_UP;
    };
  }

  private static Duration wait(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Later(Duration some, _, _) -> some;
      case Attempt.Postponed(Duration some, _) -> some;
      case Attempt.Delivered _, Attempt.Gone _, Attempt.GivenUp _, Attempt.Withheld _ ->
          Duration.ZERO;
    };
  }

  private static boolean isOfTheEndpoint(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Withheld _, Attempt.Postponed _ -> false;
      case Attempt.Delivered _, Attempt.Later _, Attempt.Gone _, Attempt.GivenUp _ -> true;
    };
  }
}
