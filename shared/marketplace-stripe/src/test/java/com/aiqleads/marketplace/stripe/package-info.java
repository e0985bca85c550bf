@NullMarked
package com.aiqleads.marketplace.stripe;

import org.jspecify.annotations.NullMarked;
