package com.aiqleads.local.sandbox;

/// How a home is advertised, beyond what it is.
///
/// @param prose what the seller says of it in words of their own
/// @param pictured the number of the home whose photos are shown
/// @param account the number of the account that posts it
record Seller(Trick trick, String prose, int pictured, int account) {}
