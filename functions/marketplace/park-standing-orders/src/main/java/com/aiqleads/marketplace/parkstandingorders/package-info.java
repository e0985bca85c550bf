@NullMarked
package com.aiqleads.marketplace.parkstandingorders;

import org.jspecify.annotations.NullMarked;
