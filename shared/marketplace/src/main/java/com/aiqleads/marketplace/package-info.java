/// Leads on sale: offers, their slots, and what of them is shown to whom.
@NullMarked
package com.aiqleads.marketplace;

import org.jspecify.annotations.NullMarked;
