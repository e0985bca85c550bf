package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.subscriptions.Account;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.Next;
import com.aiqleads.marketplace.subscriptions.Plan;
import com.aiqleads.marketplace.subscriptions.Subscription;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is told about plans, subscriptions and invoices.
final class SubscriptionViews {

  private SubscriptionViews() {}

  @Serdeable
  record PlanView(
      String name,
      @Schema(description = "Of a month.") Money price,
      @Schema(description = "Credit for leads, until the month is over.") Money credits,
      int holdMinutes,
      int extensions,
      int longestHoldMinutes,
      int openHolds,
      @Schema(description = "It may hold at once what is newly on sale.") boolean earlyAccess) {

    static PlanView of(Plan plan) {
      return new PlanView(
          plan.name().value(),
          plan.price(),
          plan.credits(),
          (int) plan.holdTime().toMinutes(),
          plan.extensions(),
          (int) plan.longestHold().toMinutes(),
          plan.openHolds(),
          plan.earlyAccess());
    }
  }

  @Serdeable
  record PlansView(
      List<PlanView> plans,
      @Schema(description = "For so long other plans wait for what is newly on sale.")
          long earlyAccessMinutes) {

    static PlansView of(List<Plan> plans, Duration early) {
      return new PlansView(plans.stream().map(PlanView::of).toList(), early.toMinutes());
    }
  }

  @Serdeable
  record NextView(
      @Schema(allowableValues = {"change", "pause", "end"}) String what,
      @Nullable String plan,
      Instant at) {

    static NextView of(Next next, Instant at) {
      return switch (next) {
        case Next.Change(var plan) -> new NextView("change", plan.value(), at);
        case Next.Pause _ -> new NextView("pause", null, at);
        case Next.End _ -> new NextView("end", null, at);
      };
    }
  }

  @Serdeable
  record ParkedView(
      @Schema(
              allowableValues = {"stood_still", "billed_before", "too_many_items"},
              description = "Why nothing is billed or changed until somebody of the house looked.")
          String why,
      Instant since) {}

  @Serdeable
  record SubscriptionView(
      @Schema(description = "Whose limits hold now.") String plan,
      @Schema(allowableValues = {"none", "active", "paused"}) String state,
      @Nullable @Schema(description = "What is paid for; none if there is none.") String paidPlan,
      @Nullable Instant from,
      @Nullable @Schema(description = "Until when it is billed.") Instant until,
      @Nullable @Schema(description = "What comes then, if not the same again.") NextView next,
      @Schema(
              allowableValues = {"clear", "warned", "blocked", "lost"},
              description = "How far the team is behind; paying clears it.")
          String overdue,
      Money unpaid,
      @Nullable @Schema(description = "When it is tried again, at the latest.") Instant nextTry,
      @Nullable ParkedView parked,
      @Schema(description = "What the wallet has for plans: gifts do not count.") Money purchased) {

    static SubscriptionView of(Account account) {
      Optional<Subscription> current = account.current();
      return new SubscriptionView(
          account.plan().value(),
          current.map(it -> word(it.state())).orElse("none"),
          current.map(it -> it.plan().value()).orElse(null),
          current.map(it -> it.period().from()).orElse(null),
          current.map(it -> it.period().until()).orElse(null),
          current
              .flatMap(it -> it.next().map(next -> NextView.of(next, it.period().until())))
              .orElse(null),
          word(account.overdue()),
          account.unpaid().stream().map(Unpaid::total).reduce(Money.usd(0), Money::plus),
          account.unpaid().stream()
              .flatMap(one -> one.nextTry().stream())
              .min(Instant::compareTo)
              .orElse(null),
          current
              .flatMap(Subscription::parked)
              .map(it -> new ParkedView(word(it.why()), it.since()))
              .orElse(null),
          account.purchased());
    }
  }

  @Serdeable
  record LineView(String what, Instant from, Instant until, Money amount) {

    static LineView of(Invoice.Line line) {
      return new LineView(line.what(), line.from(), line.until(), line.amount());
    }
  }

  @Serdeable
  record InvoiceView(
      String id,
      String number,
      Instant at,
      List<LineView> lines,
      Money net,
      Money tax,
      Money total,
      @Schema(description = "Credit that came with it.") Money credits,
      @Schema(allowableValues = {"paid", "unpaid", "written_off"}) String state,
      @Nullable Instant paidAt) {

    static InvoiceView of(Invoice invoice) {
      return new InvoiceView(
          invoice.id().text(),
          invoice.name(),
          invoice.issuedAt(),
          invoice.lines().stream().map(LineView::of).toList(),
          invoice.net(),
          invoice.tax(),
          invoice.total(),
          invoice.credits(),
          word(invoice.state()),
          invoice.paidAt().orElse(null));
    }
  }

  @Serdeable
  record InvoicesView(
      List<InvoiceView> invoices,
      @Nullable @Schema(description = "`below` of the next page, if there may be one.") Long next) {

    static InvoicesView of(List<Invoice> invoices, int limit) {
      return new InvoicesView(
          invoices.stream().map(InvoiceView::of).toList(),
          invoices.size() < limit ? null : (Long) invoices.getLast().number());
    }
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
