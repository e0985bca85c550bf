/// What must be true of an advertisement before it may become a lead.
@NullMarked
package com.aiqleads.acquisition.validation;

import org.jspecify.annotations.NullMarked;
