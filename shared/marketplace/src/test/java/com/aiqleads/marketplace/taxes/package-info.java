@NullMarked
package com.aiqleads.marketplace.taxes;

import org.jspecify.annotations.NullMarked;
