@NullMarked
package com.aiqleads.marketplace.holds;

import org.jspecify.annotations.NullMarked;
