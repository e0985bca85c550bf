/// A market whose demand is known, to measure prices in: it shares no code with them.
@NullMarked
package com.aiqleads.marketplace.pricing.simulation;

import org.jspecify.annotations.NullMarked;
