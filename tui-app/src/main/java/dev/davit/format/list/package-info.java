/// Lists as docker prints them: tables, JSON lines and templates over rows whose fields have docker's names.
@NullMarked
package dev.davit.format.list;

import org.jspecify.annotations.NullMarked;
