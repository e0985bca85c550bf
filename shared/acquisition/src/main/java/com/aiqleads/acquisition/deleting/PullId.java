package com.aiqleads.acquisition.deleting;

import java.util.UUID;

/// One time that the platform was asked for its lists.
public record PullId(UUID value) {}
