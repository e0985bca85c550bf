/// What acquisition talks about: sources, listings, leads, contacts and addresses.
@NullMarked
package com.aiqleads.acquisition;

import org.jspecify.annotations.NullMarked;
