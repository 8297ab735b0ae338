/// Commands on images and registries.
@NullMarked
package dev.davit.cli.image;

import org.jspecify.annotations.NullMarked;
