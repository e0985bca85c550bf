@NullMarked
package com.aiqleads.marketplace.searchleads;

import org.jspecify.annotations.NullMarked;
