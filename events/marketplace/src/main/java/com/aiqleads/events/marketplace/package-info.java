/// The facts of the marketplace.
@NullMarked
package com.aiqleads.events.marketplace;

import org.jspecify.annotations.NullMarked;
