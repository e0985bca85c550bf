/// Papers for what was paid and for what went back.
@NullMarked
package com.aiqleads.marketplace.receipts;

import org.jspecify.annotations.NullMarked;
