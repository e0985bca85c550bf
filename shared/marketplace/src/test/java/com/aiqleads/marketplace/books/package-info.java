@NullMarked
package com.aiqleads.marketplace.books;

import org.jspecify.annotations.NullMarked;
