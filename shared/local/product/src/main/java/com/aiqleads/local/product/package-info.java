/// Drives the whole product from outside, as its users and its accidents do: benches and proofs.
@NullMarked
package com.aiqleads.local.product;

import org.jspecify.annotations.NullMarked;
