/** Who may call what: accounts, their keys and sessions, the table of access, limits, and the audit log. */
@NullMarked
package io.demarche.api.security;

import org.jspecify.annotations.NullMarked;
