/// From the bytes of a page to the advertisements on it.
@NullMarked
package com.aiqleads.acquisition.parsing;

import org.jspecify.annotations.NullMarked;
