/// What a state's platform asks to be deleted, and what it is answered.
@NullMarked
package com.aiqleads.acquisition.deleting;

import org.jspecify.annotations.NullMarked;
