@NullMarked
package com.aiqleads.marketplace.cards;

import org.jspecify.annotations.NullMarked;
