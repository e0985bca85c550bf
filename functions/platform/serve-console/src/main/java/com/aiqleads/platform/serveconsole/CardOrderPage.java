package com.aiqleads.platform.serveconsole;

import org.jspecify.annotations.Nullable;

/// One purchase by card.
///
/// @param page where to pay, as long as that is possible
/// @param refused why the last card was
public record CardOrderPage(
    String id,
    String total,
    String what,
    @Nullable String page,
    @Nullable String until,
    @Nullable String refused,
    boolean mayCancel) {}
