@NullMarked
package com.aiqleads.marketplace.returns;

import org.jspecify.annotations.NullMarked;
