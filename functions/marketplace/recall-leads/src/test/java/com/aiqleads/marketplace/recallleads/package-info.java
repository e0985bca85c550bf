@NullMarked
package com.aiqleads.marketplace.recallleads;

import org.jspecify.annotations.NullMarked;
