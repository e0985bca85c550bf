/// What events say, in the words of the marketplace: its functions translate at their edges, once.
@NullMarked
package com.aiqleads.marketplace.events;

import org.jspecify.annotations.NullMarked;
