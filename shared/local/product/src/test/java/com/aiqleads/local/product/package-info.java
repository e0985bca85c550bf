@NullMarked
package com.aiqleads.local.product;

import org.jspecify.annotations.NullMarked;
