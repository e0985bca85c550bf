/// What the advertisements of other homes have in common with a lead's.
@NullMarked
package com.aiqleads.acquisition.standing;

import org.jspecify.annotations.NullMarked;
