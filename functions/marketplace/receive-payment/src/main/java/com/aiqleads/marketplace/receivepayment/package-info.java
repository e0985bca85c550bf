/// What processors of cards tell us.
@NullMarked
package com.aiqleads.marketplace.receivepayment;

import org.jspecify.annotations.NullMarked;
