@NullMarked
package com.aiqleads.marketplace.settlepayments;

import org.jspecify.annotations.NullMarked;
