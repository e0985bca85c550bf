package com.aiqleads.platform;

import java.time.Instant;

/// Whether a person has shown that the mail address is theirs.
public sealed interface EmailConfirmation {

  record Unconfirmed() implements EmailConfirmation {}

  record Confirmed(Instant at) implements EmailConfirmation {}
}
