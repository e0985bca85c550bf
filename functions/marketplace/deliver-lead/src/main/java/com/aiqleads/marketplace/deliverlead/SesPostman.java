package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Email;
import com.aiqleads.marketplace.delivery.Postman;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.GetSuppressedDestinationResponse;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Bounces come minutes later and not to us: SES keeps a list of such addresses itself, takes what
/// goes there and drops it. So it is asked first.
record SesPostman(SesV2Client ses, String sender) implements Postman {

  private static final int FIRST_BREAKDOWN = 500;

  @Override
  public Posting post(Letter letter) {
    if (isOnTheList(letter.to())) {
      return new Posting.Bounced();
    }
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
                                      .headers(stop(letter.stop()))
                                      .subject(utf8(letter.subject()))
                                      .body(body -> body.text(utf8(letter.text()))))));
      return new Posting.Accepted();
    } catch (SesV2Exception e) {
      if (isOurLimit(e)) {
        return new Posting.Busy("The mail service takes no more just now.");
      }
      return new Posting.Refused("The mail service refused it.", e.statusCode() >= FIRST_BREAKDOWN);
    } catch (SdkClientException _) {
      return new Posting.Refused("The mail service did not answer.", true);
    }
  }

  /// What does not answer does not keep a letter back.
  private boolean isOnTheList(Email to) {
    try {
      GetSuppressedDestinationResponse answer =
          ses.getSuppressedDestination(it -> it.emailAddress(to.address()));
      return answer.suppressedDestination() != null;
    } catch (SesV2Exception | SdkClientException _) {
      return false;
    }
  }

  private static boolean isOurLimit(SesV2Exception e) {
    return e.isThrottlingException()
        || e instanceof LimitExceededException
        || e instanceof SendingPausedException
        || e instanceof AccountSuspendedException;
  }

  /// RFC 8058: mail programs show a button for it.
  private static List<MessageHeader> stop(URI address) {
    return List.of(
        header("List-Unsubscribe", "<" + address + ">"),
        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset(StandardCharsets.UTF_8.name()).data(text).build();
  }
}
