/// Housekeeping of holds, and what comes free by them.
@NullMarked
package com.aiqleads.marketplace.releaseholds;

import org.jspecify.annotations.NullMarked;
