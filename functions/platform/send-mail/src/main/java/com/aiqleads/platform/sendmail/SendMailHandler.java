package com.aiqleads.platform.sendmail;

import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import com.aiqleads.platform.MailKind;
import io.micronaut.context.ApplicationContext;

/// MailRequested in; nothing out.
public final class SendMailHandler extends StoringEventFunction<MailRequested> {

  private final SendMail sendMail = applicationContext.getBean(SendMail.class);

  public SendMailHandler() {
    super(MailRequested.class);
  }

  SendMailHandler(ApplicationContext context) {
    super(context, MailRequested.class);
  }

  @Override
  protected void handle(MailRequested event, Publisher publisher) {
    sendMail.send(MailKind.of(event.kind()), event.email());
  }
}
