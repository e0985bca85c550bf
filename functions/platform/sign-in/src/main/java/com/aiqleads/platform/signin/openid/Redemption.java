package com.aiqleads.platform.signin.openid;

import com.aiqleads.platform.Identity;
import java.util.Optional;

/// What came of redeeming a code.
public sealed interface Redemption {

  /// The identity is sure.
  ///
  /// @param person empty if the provider does not vouch for a mail address: enough for somebody who
  ///     is linked
  record Redeemed(Identity identity, Optional<Vouched> person) implements Redemption {}

  record Refused(Reason reason) implements Redemption {}

  /// The provider is out of order.
  record Unreachable() implements Redemption {}

  enum Reason {
    /// The provider does not take the code.
    CODE,
    /// The token is not exactly right.
    TOKEN,
    /// The provider does not vouch for the mail address.
    EMAIL
  }
}
