/// What was sold and how the books stand, for our own people.
@NullMarked
package com.aiqleads.marketplace.overseesales;

import org.jspecify.annotations.NullMarked;
