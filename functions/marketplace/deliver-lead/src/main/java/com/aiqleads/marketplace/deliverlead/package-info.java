/// Bought leads on their way out.
@NullMarked
package com.aiqleads.marketplace.deliverlead;

import org.jspecify.annotations.NullMarked;
