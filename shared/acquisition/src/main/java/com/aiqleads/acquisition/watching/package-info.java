/// Whether a source's pages still say what they used to, and what is done when they do not.
@NullMarked
package com.aiqleads.acquisition.watching;

import org.jspecify.annotations.NullMarked;
