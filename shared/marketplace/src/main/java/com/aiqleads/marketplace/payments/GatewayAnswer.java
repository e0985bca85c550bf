package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Money;
import java.net.URI;

/// What a gateway says of a payment when it is asked.
public sealed interface GatewayAnswer {

  /// Somebody has to pay there.
  record NeedsAction(String session, URI page) implements GatewayAnswer {}

  /// A bank has not decided.
  record Pending(String session) implements GatewayAnswer {}

  record Succeeded(String session, String intent, Money amount) implements GatewayAnswer {}

  /// For good: nobody can pay it any more.
  record Declined(String reason) implements GatewayAnswer {}

  /// So much has gone back to the card until now.
  record GivenBack(String intent, Money total) implements GatewayAnswer {}

  /// No answer: everything is possible.
  record Unknown(String why) implements GatewayAnswer {}
}
