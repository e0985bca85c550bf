package com.aiqleads.events.platform;

import com.aiqleads.events.Event;
import com.aiqleads.events.Personal;
import com.aiqleads.kernel.Email;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Somebody asked us to write to a mail address. Whether anybody has it is found out by whoever
/// writes, so that asking takes equally long for every address. It carries no secret: the link in
/// the letter is made when it is written.
///
/// @param kind `confirm-email` or `reset-password`
@Serdeable
public record MailRequested(String kind, @Personal Email email, Instant requestedAt)
    implements Event {}
