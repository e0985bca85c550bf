@NullMarked
package com.aiqleads.marketplace.managecart;

import org.jspecify.annotations.NullMarked;
