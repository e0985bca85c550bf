@NullMarked
package com.aiqleads.marketplace.overseesales;

import org.jspecify.annotations.NullMarked;
