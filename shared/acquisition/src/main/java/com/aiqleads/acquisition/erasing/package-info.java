/// Erasing a person from every store, and proving it.
@NullMarked
package com.aiqleads.acquisition.erasing;

import org.jspecify.annotations.NullMarked;
