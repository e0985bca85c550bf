package com.aiqleads.platform.sendmail;

import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Mailer;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

final class SesMailer implements Mailer {

  private final SesV2Client ses;
  private final String sender;

  SesMailer(SesV2Client ses, String sender) {
    this.ses = ses;
    this.sender = sender;
  }

  @Override
  public void send(Letter letter) {
    ses.sendEmail(
        mail ->
            mail.fromEmailAddress(sender)
                .destination(to -> to.toAddresses(letter.to().address()))
                .content(
                    content ->
                        content.simple(
                            message ->
                                message
                                    .subject(utf8(letter.subject()))
                                    .body(body -> body.text(utf8(letter.text()))))));
  }

  private static Content utf8(String text) {
    return Content.builder().charset(StandardCharsets.UTF_8.name()).data(text).build();
  }
}
