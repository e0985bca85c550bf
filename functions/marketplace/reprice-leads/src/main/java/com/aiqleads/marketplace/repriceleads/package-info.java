/// Prices that follow age, demand and the price book.
@NullMarked
package com.aiqleads.marketplace.repriceleads;

import org.jspecify.annotations.NullMarked;
