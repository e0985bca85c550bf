/// Receipts, and what is said of them.
@NullMarked
package com.aiqleads.marketplace.exclusivity;

import org.jspecify.annotations.NullMarked;
