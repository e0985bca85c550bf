@NullMarked
package com.aiqleads.marketplace.checkbooks;

import org.jspecify.annotations.NullMarked;
