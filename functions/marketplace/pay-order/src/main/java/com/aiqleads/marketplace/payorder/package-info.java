/// Purchases that are paid by card.
@NullMarked
package com.aiqleads.marketplace.payorder;

import org.jspecify.annotations.NullMarked;
