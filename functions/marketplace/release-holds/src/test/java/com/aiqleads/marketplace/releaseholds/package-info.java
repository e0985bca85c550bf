@NullMarked
package com.aiqleads.marketplace.releaseholds;

import org.jspecify.annotations.NullMarked;
