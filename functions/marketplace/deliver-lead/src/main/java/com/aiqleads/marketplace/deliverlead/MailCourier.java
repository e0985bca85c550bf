package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Courier;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Postman;
import com.aiqleads.marketplace.delivery.Postman.Letter;
import com.aiqleads.marketplace.delivery.Postman.Posting;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Writes to a mail address: of leads only where somebody has agreed to it, and before that nothing
/// but the letter that asks. It is there once the mail service has taken it.
@Singleton
record MailCourier(Postman postman, LeadLetters letters) implements Courier<Mailbox> {

  @Override
  public Receipt bring(Mailbox mailbox, DeliveryId id, Freight freight) {
    return switch (freight) {
      case Freight.Lead lead ->
          mailbox.isConfirmed()
              ? sent(letters.lead(mailbox, lead))
              : new Receipt.Failed(Duration.ZERO, "Nobody has confirmed this address.", false);
      case Freight.Test _ ->
          sent(mailbox.isConfirmed() ? letters.test(mailbox) : letters.question(mailbox));
    };
  }

  private Receipt sent(Letter letter) {
    return switch (postman.post(letter)) {
      case Posting.Accepted _ -> new Receipt.Taken("The mail service took it.");
      case Posting.Bounced _ -> new Receipt.Gone("Nobody reads mail at this address.", false);
      case Posting.Busy(String why) -> new Receipt.Busy(why);
      case Posting.Refused(String why, boolean mayHaveArrived) ->
          new Receipt.Failed(Duration.ZERO, why, mayHaveArrived);
    };
  }
}
