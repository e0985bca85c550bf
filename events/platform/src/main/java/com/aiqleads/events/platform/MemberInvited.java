package com.aiqleads.events.platform;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Somebody invited somebody into a team. Whom, and as what, stands in the invitation.
@Serdeable
public record MemberInvited(String invitationId, TeamId teamId, Instant invitedAt)
    implements Event {}
