@NullMarked
package com.aiqleads.marketplace.publishlead;

import org.jspecify.annotations.NullMarked;
