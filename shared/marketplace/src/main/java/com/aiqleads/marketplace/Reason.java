package com.aiqleads.marketplace;

/// Why something was decided: a stable code, and a sentence for people without personal data.
public record Reason(String code, String text) {}
