@NullMarked
package com.aiqleads.marketplace.pricelead;

import org.jspecify.annotations.NullMarked;
