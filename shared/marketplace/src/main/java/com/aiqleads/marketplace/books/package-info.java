/// Whether money, holds and slots still agree, and whether anybody changed what was posted.
@NullMarked
package com.aiqleads.marketplace.books;

import org.jspecify.annotations.NullMarked;
