/// The facts of acquisition, from a fetched page to a scored lead.
@NullMarked
package com.aiqleads.events.acquisition;

import org.jspecify.annotations.NullMarked;
