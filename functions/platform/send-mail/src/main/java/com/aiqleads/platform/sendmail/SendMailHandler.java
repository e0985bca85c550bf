package com.aiqleads.platform.sendmail;

import com.aiqleads.events.Event;
import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.events.platform.MemberInvited;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.MailKind;
import io.micronaut.context.ApplicationContext;

/// MailRequested and MemberInvited in; nothing out.
public final class SendMailHandler extends StoringEventFunction<Event> {

  private final SendMail sendMail = applicationContext.getBean(SendMail.class);

  public SendMailHandler() {
    super(MailRequested.class, MemberInvited.class);
  }

  SendMailHandler(ApplicationContext context) {
    super(context, MailRequested.class, MemberInvited.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    if (event instanceof MemberInvited invited) {
      sendMail.invite(invited.teamId(), InvitationId.parse(invited.invitationId()));
    } else {
      MailRequested asked = (MailRequested) event;
      sendMail.send(MailKind.of(asked.kind()), asked.email());
    }
  }
}
