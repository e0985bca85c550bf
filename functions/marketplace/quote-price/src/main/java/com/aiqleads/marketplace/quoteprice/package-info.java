/// What leads cost and have cost, over HTTP.
@NullMarked
package com.aiqleads.marketplace.quoteprice;

import org.jspecify.annotations.NullMarked;
