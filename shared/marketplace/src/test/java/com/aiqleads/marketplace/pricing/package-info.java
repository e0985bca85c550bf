@NullMarked
package com.aiqleads.marketplace.pricing;

import org.jspecify.annotations.NullMarked;
