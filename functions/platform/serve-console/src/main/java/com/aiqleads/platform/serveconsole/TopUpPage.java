package com.aiqleads.platform.serveconsole;

import org.jspecify.annotations.Nullable;

/// One payment into the wallet.
///
/// @param page where to pay, as long as that is possible
/// @param refused why the last card was
public record TopUpPage(
    String amount, String what, @Nullable String page, @Nullable String refused) {}
