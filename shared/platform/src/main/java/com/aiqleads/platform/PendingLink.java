package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Instant;

/// A provider says that somebody has the mail address of a person of ours. Until that person has
/// shown the password, it is only said.
public record PendingLink(Identity identity, UserId user, Instant at) {}
