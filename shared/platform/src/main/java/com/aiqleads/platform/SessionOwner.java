package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;

public record SessionOwner(UserId user, TeamId team) {}
