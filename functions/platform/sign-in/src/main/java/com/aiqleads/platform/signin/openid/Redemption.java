package com.aiqleads.platform.signin.openid;

/// What came of redeeming a code.
public sealed interface Redemption {

  record Redeemed(Vouched person) implements Redemption {}

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
