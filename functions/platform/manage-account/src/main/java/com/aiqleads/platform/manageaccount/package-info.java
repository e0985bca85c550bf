/// What a person who signed in may see and change of the own account.
@NullMarked
package com.aiqleads.platform.manageaccount;

import org.jspecify.annotations.NullMarked;
