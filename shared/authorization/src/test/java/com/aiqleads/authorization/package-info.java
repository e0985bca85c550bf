/// Who may do what, tried at every route of every function.
@NullMarked
package com.aiqleads.authorization;

import org.jspecify.annotations.NullMarked;
