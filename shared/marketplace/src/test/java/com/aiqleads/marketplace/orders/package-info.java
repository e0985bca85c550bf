@NullMarked
package com.aiqleads.marketplace.orders;

import org.jspecify.annotations.NullMarked;
