/// Letters to people, as files here and by SES there.
@NullMarked
package com.aiqleads.platform.sendmail;

import org.jspecify.annotations.NullMarked;
