@NullMarked
package com.aiqleads.marketplace.quoteprice;

import org.jspecify.annotations.NullMarked;
