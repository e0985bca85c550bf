@NullMarked
package com.aiqleads.marketplace.checkout;

import org.jspecify.annotations.NullMarked;
