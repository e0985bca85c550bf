@NullMarked
package com.aiqleads.marketplace.renewsubscriptions;

import org.jspecify.annotations.NullMarked;
