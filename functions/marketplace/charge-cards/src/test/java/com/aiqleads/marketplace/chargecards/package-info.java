@NullMarked
package com.aiqleads.marketplace.chargecards;

import org.jspecify.annotations.NullMarked;
