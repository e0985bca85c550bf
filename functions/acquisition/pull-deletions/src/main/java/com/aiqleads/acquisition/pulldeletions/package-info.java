/// Requests for deletion that the state passes on.
@NullMarked
package com.aiqleads.acquisition.pulldeletions;

import org.jspecify.annotations.NullMarked;
