package com.aiqleads.platform.sendmail;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.AutoTopUpStopped;
import com.aiqleads.events.marketplace.CardCharged;
import com.aiqleads.events.marketplace.CardExpiring;
import com.aiqleads.events.marketplace.CardRefused;
import com.aiqleads.events.marketplace.InvoiceUnpaid;
import com.aiqleads.events.marketplace.SlotOffered;
import com.aiqleads.events.marketplace.StandingOrdersReported;
import com.aiqleads.events.marketplace.UndeliveredCredited;
import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.events.platform.MemberInvited;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.OrderNews;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has to be written of in; nothing out.
public final class SendMailHandler extends StoringEventFunction<Event> {

  private final SendMail sendMail = applicationContext.getBean(SendMail.class);
  private final CardLetters cardLetters = applicationContext.getBean(CardLetters.class);

  public SendMailHandler() {
    super(
        MailRequested.class,
        MemberInvited.class,
        StandingOrdersReported.class,
        SlotOffered.class,
        InvoiceUnpaid.class,
        UndeliveredCredited.class,
        CardCharged.class,
        CardRefused.class,
        CardExpiring.class,
        AutoTopUpStopped.class);
  }

  SendMailHandler(ApplicationContext context) {
    super(
        context,
        MailRequested.class,
        MemberInvited.class,
        StandingOrdersReported.class,
        SlotOffered.class,
        InvoiceUnpaid.class,
        UndeliveredCredited.class,
        CardCharged.class,
        CardRefused.class,
        CardExpiring.class,
        AutoTopUpStopped.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    switch (event) {
      case MemberInvited invited ->
          sendMail.invite(invited.teamId(), InvitationId.parse(invited.invitationId()));
      case StandingOrdersReported reported ->
          sendMail.report(reported.teamId(), reported.userId(), news(reported), publisher);
      case SlotOffered(var team, var lead, var until) -> sendMail.offer(team, lead, until);
      case InvoiceUnpaid(var team, var invoice, var total, _) ->
          sendMail.warn(team, invoice, total);
      case UndeliveredCredited(var team, var leads, var credited, _) ->
          sendMail.credit(team, leads, credited);
      case CardCharged(var team, var amount, var invoice, _) ->
          cardLetters.charged(team, amount, what(invoice));
      case CardRefused(var team, var amount, var invoice, var needsPayer, _) ->
          cardLetters.refused(team, amount, what(invoice), needsPayer);
      case CardExpiring(var team, var lastMonth, _) -> cardLetters.expires(team, lastMonth);
      case AutoTopUpStopped(var team, var reason, _) -> cardLetters.stopped(team, reason);
      default -> {
        MailRequested asked = (MailRequested) event;
        sendMail.send(MailKind.of(asked.kind()), asked.email());
      }
    }
  }

  private static String what(@Nullable String invoice) {
    return invoice == null ? "the wallet" : "invoice " + invoice;
  }

  private static OrderNews news(StandingOrdersReported reported) {
    return new OrderNews(
        lines(reported, true), lines(reported, false), reported.more(), reported.missed());
  }

  private static List<OrderNews.Line> lines(StandingOrdersReported reported, boolean bought) {
    return reported.leads().stream()
        .filter(lead -> lead.bought() == bought)
        .map(
            lead ->
                new OrderNews.Line(
                    lead.standingOrder(), lead.leadId(), lead.headline(), lead.price()))
        .toList();
  }
}
