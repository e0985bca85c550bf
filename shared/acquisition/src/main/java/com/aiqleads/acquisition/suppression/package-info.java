/// Who asked not to be collected, and that they are not.
@NullMarked
package com.aiqleads.acquisition.suppression;

import org.jspecify.annotations.NullMarked;
