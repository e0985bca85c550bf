package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Postman;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Bounces come minutes later and not to us: SES keeps a list of such addresses itself and refuses
/// them.
record SesPostman(SesV2Client ses, String sender) implements Postman {

  private static final int FIRST_BREAKDOWN = 500;

  @Override
  public Posting post(Letter letter) {
    try {
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
      return new Posting.Accepted();
    } catch (SesV2Exception e) {
      return new Posting.Refused("The mail service refused it.", e.statusCode() >= FIRST_BREAKDOWN);
    } catch (SdkClientException _) {
      return new Posting.Refused("The mail service did not answer.", true);
    }
  }

  private static Content utf8(String text) {
    return Content.builder().charset(StandardCharsets.UTF_8.name()).data(text).build();
  }
}
