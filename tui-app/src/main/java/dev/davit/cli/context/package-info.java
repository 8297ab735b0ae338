/// `davit context`: docker's contexts, in docker's own files.
@NullMarked
package dev.davit.cli.context;

import org.jspecify.annotations.NullMarked;
