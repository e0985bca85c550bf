/// What of a price is not ours.
@NullMarked
package com.aiqleads.marketplace.taxes;

import org.jspecify.annotations.NullMarked;
