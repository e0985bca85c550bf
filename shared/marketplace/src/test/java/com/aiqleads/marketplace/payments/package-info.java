@NullMarked
package com.aiqleads.marketplace.payments;

import org.jspecify.annotations.NullMarked;
