package io.demarche.core.rulebook;

/** How urgent a flag is, the least first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
