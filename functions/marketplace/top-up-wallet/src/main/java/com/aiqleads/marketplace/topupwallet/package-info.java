/// Payments into wallets.
@NullMarked
package com.aiqleads.marketplace.topupwallet;

import org.jspecify.annotations.NullMarked;
