package com.aiqleads.events.platform;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Somebody is not in a team any more. What they left behind there is the team's.
@Serdeable
public record MemberLeft(TeamId teamId, UserId userId, Instant leftAt) implements Event {}
