/// Getting pages politely, and keeping them as they came.
@NullMarked
package com.aiqleads.acquisition.fetching;

import org.jspecify.annotations.NullMarked;
