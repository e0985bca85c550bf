/// What a lead costs, and why.
@NullMarked
package com.aiqleads.marketplace.pricing;

import org.jspecify.annotations.NullMarked;
