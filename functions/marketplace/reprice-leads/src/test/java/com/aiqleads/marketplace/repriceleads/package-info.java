@NullMarked
package com.aiqleads.marketplace.repriceleads;

import org.jspecify.annotations.NullMarked;
