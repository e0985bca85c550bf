package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;

public record Team(TeamId id, Name name) {}
