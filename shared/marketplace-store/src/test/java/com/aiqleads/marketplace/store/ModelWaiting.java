package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.Waits;
import com.aiqleads.marketplace.store.ModelMarket.ModelLead;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// Acts of those who wait in line, each on the database and on the model.
///
/// @param dying lets the act die before its end, now and then
/// @param numbers of teams in the model
record ModelWaiting(
    Waits waits,
    ModelMarket model,
    Random random,
    Consumer<Runnable> dying,
    ToIntFunction<TeamId> numbers) {

  String join(int number, TeamId team, List<String> differences) {
    ModelLead lead = anyLead();
    dying.accept(() -> waits.join(team, lead.id));
    String right = model.lines.join(number, lead);
    ModelRun.compare("join", right, text(waits.join(team, lead.id)), differences);
    return "team " + number + " joins the line of " + lead.id + " -> " + right;
  }

  private static String text(Joining joining) {
    return switch (joining) {
      case Joining.Waiting(long ahead) -> "WAITING behind " + ahead;
      case Joining.Refused refused -> refused.name();
    };
  }

  String leave(int number, TeamId team, List<String> differences) {
    ModelLead lead = anyLead();
    boolean right = model.lines.leave(number, lead.id);
    String answer = Boolean.toString(waits.leave(team, lead.id));
    ModelRun.compare("leave", Boolean.toString(right), answer, differences);
    return "team " + number + " leaves the line of " + lead.id + " -> " + right;
  }

  /// One slot, of one of the leads that have one to offer.
  String offer(List<String> differences) {
    List<LeadId> right = model.lines.due();
    List<LeadId> due = waits.due(model.leads.size());
    ModelRun.compare("due", right.toString(), due.toString(), differences);
    if (due.isEmpty()) {
      return "there is nothing to offer";
    }
    LeadId lead = due.get(random.nextInt(due.size()));
    dying.accept(() -> waits.offer(lead));
    return "offer " + lead + " -> " + offer(lead, differences);
  }

  private String offer(LeadId lead, List<String> differences) {
    int before = model.holds.size();
    String right = model.lines.offer(lead);
    Optional<Offering> offering = waits.offer(lead);
    ModelRun.compare("offer", right, offering.map(this::text).orElse("nobody"), differences);
    if (offering.isPresent()
        && offering.get() instanceof Offering.Offered offered
        && model.holds.size() > before) {
      model.holds.getLast().id = offered.hold().id();
    }
    return right;
  }

  private String text(Offering offering) {
    String team = "team " + numbers.applyAsInt(offering.team()) + " ";
    return team
        + switch (offering) {
          case Offering.Offered offered -> ModelRun.text(new HoldAnswer.Held(offered.hold()));
          case Offering.Passed passed -> ModelRun.text(passed.why());
        };
  }

  private ModelLead anyLead() {
    return List.copyOf(model.leads.values()).get(random.nextInt(model.leads.size()));
  }
}
