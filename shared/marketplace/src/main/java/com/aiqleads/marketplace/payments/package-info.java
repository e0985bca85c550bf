/// Money that teams pay from outside, and what a gateway says of it.
@NullMarked
package com.aiqleads.marketplace.payments;

import org.jspecify.annotations.NullMarked;
