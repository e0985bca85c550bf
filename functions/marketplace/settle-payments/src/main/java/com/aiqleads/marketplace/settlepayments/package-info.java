/// Payments of which nothing was heard.
@NullMarked
package com.aiqleads.marketplace.settlepayments;

import org.jspecify.annotations.NullMarked;
