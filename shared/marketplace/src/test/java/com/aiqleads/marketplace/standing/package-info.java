@NullMarked
package com.aiqleads.marketplace.standing;

import org.jspecify.annotations.NullMarked;
