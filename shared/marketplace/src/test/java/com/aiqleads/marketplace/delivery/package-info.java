@NullMarked
package com.aiqleads.marketplace.delivery;

import org.jspecify.annotations.NullMarked;
