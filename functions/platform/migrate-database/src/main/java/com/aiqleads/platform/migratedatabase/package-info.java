/// Brings the database to the version that the functions of a deployment expect.
@NullMarked
package com.aiqleads.platform.migratedatabase;

import org.jspecify.annotations.NullMarked;
