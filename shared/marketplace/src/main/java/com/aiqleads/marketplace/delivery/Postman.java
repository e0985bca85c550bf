package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.Email;
import java.net.URI;

/// Takes letters, and says what it knows of their addresses.
public interface Postman {

  Posting post(Letter letter);

  /// Personal: its text form says nothing.
  ///
  /// @param stop where a mail program posts when its reader wants no more
  record Letter(Email to, String subject, String text, URI stop) {

    @Override
    public String toString() {
      return "a letter";
    }
  }

  sealed interface Posting {

    /// It is on its way.
    record Accepted() implements Posting {}

    /// Nobody reads at this address.
    record Bounced() implements Posting {}

    /// We have sent as much as we may for now: it is no fault of the address.
    record Busy(String why) implements Posting {}

    /// Not now.
    ///
    /// @param mayHaveArrived whether it may be on its way all the same
    record Refused(String why, boolean mayHaveArrived) implements Posting {}
  }
}
