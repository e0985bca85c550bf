@NullMarked
package com.aiqleads.marketplace.receivepayment;

import org.jspecify.annotations.NullMarked;
