/// Leads that teams have bought.
@NullMarked
package com.aiqleads.marketplace.orders;

import org.jspecify.annotations.NullMarked;
