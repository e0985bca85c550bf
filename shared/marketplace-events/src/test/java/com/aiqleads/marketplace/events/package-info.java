@NullMarked
package com.aiqleads.marketplace.events;

import org.jspecify.annotations.NullMarked;
