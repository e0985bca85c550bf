package com.aiqleads.acquisition.contact;

import java.util.List;

/// What came of checking one way to reach a person.
sealed interface Checked<T> {

  record Kept<T>(T value, List<ContactRemark> remarks) implements Checked<T> {}

  record Dropped<T>(ContactRemark remark) implements Checked<T> {}
}
