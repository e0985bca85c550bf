/// Purchases of what a team holds.
@NullMarked
package com.aiqleads.marketplace.checkout;

import org.jspecify.annotations.NullMarked;
