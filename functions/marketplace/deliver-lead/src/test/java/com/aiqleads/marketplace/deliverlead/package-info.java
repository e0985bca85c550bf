@NullMarked
package com.aiqleads.marketplace.deliverlead;

import org.jspecify.annotations.NullMarked;
