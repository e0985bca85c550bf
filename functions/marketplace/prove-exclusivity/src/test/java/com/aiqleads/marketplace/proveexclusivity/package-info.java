@NullMarked
package com.aiqleads.marketplace.proveexclusivity;

import org.jspecify.annotations.NullMarked;
