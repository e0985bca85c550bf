package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.HttpFailure;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.subscriptions.Bill;
import com.aiqleads.marketplace.subscriptions.Choice;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a choice leads to, or would.
@Serdeable
record ChoiceView(
    @Schema(
            allowableValues = {"now", "later", "unchanged", "too_little_credit"},
            description = "The last one only of a quote.")
        String outcome,
    @Nullable @Schema(description = "When it comes, if it comes later.") Instant at,
    @Nullable @Schema(description = "What is paid now, with tax.") Money total,
    @Nullable Money tax,
    @Nullable @Schema(description = "Credit that comes with it.") Money credits,
    @Nullable @Schema(description = "Until when that is paid for.") Instant until,
    @Nullable @Schema(description = "What the wallet has for it, if that is too little.")
        Money purchased) {

  static ChoiceView quote(Choice choice) {
    return switch (choice) {
      case Choice.Now(var bill) -> of(bill);
      case Choice.Later(var at) -> of("later", at);
      case Choice.Unchanged _ -> of("unchanged", null);
      case Choice.TooLittleCredit(var total, var purchased) ->
          new ChoiceView("too_little_credit", null, total, null, null, null, purchased);
      case Choice.Refused(var why) -> throw refusal(why);
    };
  }

  static ChoiceView done(Choice choice) {
    if (choice instanceof Choice.TooLittleCredit(var total, var purchased)) {
      throw new Conflict(
          "too-little-credit",
          "This costs %s; your team has paid in %s that it can spend. Top up the wallet first: gifts and included credit buy leads only."
              .formatted(total, purchased));
    }
    return quote(choice);
  }

  private static ChoiceView of(Bill bill) {
    return new ChoiceView(
        "now", null, bill.total(), bill.tax(), bill.credits(), bill.period().until(), null);
  }

  private static ChoiceView of(String outcome, @Nullable Instant at) {
    return new ChoiceView(outcome, at, null, null, null, null, null);
  }

  private static HttpFailure refusal(Reason why) {
    return switch (why) {
      case NO_SUCH_PLAN ->
          new NotFound("no-such-plan", "There is no such plan; GET /plans says which there are.");
      case NO_SUBSCRIPTION ->
          new Conflict("no-subscription", "Your team pays for no plan; choose one first.");
      case PAUSED ->
          new Conflict(
              "subscription-paused", "Your team's plan is paused: resume it or end it first.");
      case UNPAID ->
          new Conflict(
              "unpaid-invoices",
              "An invoice is not paid. Top up the wallet; it is paid within five minutes.");
      case PARKED ->
          new Conflict(
              "subscription-parked",
              "Somebody of AIQLeads has to look at your team's plan first, which GET /subscription"
                  + " says why; nothing is billed meanwhile.");
      case DUE ->
          new Conflict(
              "renewal-due",
              "The month of your team's plan is over and the next is being billed; ask again in"
                  + " five minutes.");
      case TOO_MANY_CHANGES ->
          new Conflict("too-many-changes", "Your team has changed its plan too often; wait a day.");
    };
  }
}
