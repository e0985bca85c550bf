@NullMarked
package com.aiqleads.marketplace.indexleads;

import org.jspecify.annotations.NullMarked;
