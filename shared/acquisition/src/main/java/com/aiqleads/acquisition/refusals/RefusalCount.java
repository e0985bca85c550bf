package com.aiqleads.acquisition.refusals;

/// How often a step refused what came from a source for one reason.
public record RefusalCount(String source, String step, String reason, long refusals) {}
