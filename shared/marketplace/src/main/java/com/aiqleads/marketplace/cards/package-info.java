/// Cards that teams let us take money from while nobody is there, and when that is done.
@NullMarked
package com.aiqleads.marketplace.cards;

import org.jspecify.annotations.NullMarked;
