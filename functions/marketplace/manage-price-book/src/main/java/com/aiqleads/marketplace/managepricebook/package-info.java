@NullMarked
package com.aiqleads.marketplace.managepricebook;

import org.jspecify.annotations.NullMarked;
