/// The domain's words in the form in which events carry them, and back.
@NullMarked
package com.aiqleads.acquisition.events;

import org.jspecify.annotations.NullMarked;
