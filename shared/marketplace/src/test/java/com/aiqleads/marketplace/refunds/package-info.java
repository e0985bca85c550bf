@NullMarked
package com.aiqleads.marketplace.refunds;

import org.jspecify.annotations.NullMarked;
