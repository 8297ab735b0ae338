@NullMarked
package dev.davit.cli.build;

import org.jspecify.annotations.NullMarked;
