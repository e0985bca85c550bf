@NullMarked
package com.aiqleads.marketplace.search;

import org.jspecify.annotations.NullMarked;
