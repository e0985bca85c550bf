@NullMarked
package com.aiqleads.marketplace;

import org.jspecify.annotations.NullMarked;
