package dev.davit.engine.contract;

import dev.davit.engine.Feature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The promise is for engines that have the feature. On any other the same test promises the refusal: its first call that
/// needs the feature throws [dev.davit.engine.EngineException.Unsupported], naming it. Nothing is skipped.
///
/// On a test it takes the place of what its class says.
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    Feature value();
}
