package dev.davit.cli;

import dev.davit.engine.EngineException;
import dev.davit.operation.Operation;
import java.util.function.Function;

/// Does one operation per argument; a failure is told and the others are done all the same.
public final class EachArgument {
    private EachArgument() {}

    /// @return 1 if any failed
    public static int run(Invocation typed, CommandContext context, Function<String, Operation> operation) {
        return run(typed, context, false, operation);
    }

    /// @param absentIsFine whether what does not exist is told and no failure, as `rm --force` has it
    /// @return 1 if any failed
    public static int run(
            Invocation typed, CommandContext context, boolean absentIsFine, Function<String, Operation> operation) {
        int code = ExitCode.OK;
        for (String argument : typed.arguments()) {
            try {
                if (argument.isEmpty()) throw new UsageException(typed.command().name() + ": a name is empty", ExitCode.FAILED);
                operation.apply(argument).run(context.engine(), context.progress());
            } catch (EngineException.Unavailable | EngineException.Cancelled e) {
                throw e;
            } catch (EngineException e) {
                context.complain(e);
                if (!absentIsFine || !(e instanceof EngineException.NotFound)) code = ExitCode.FAILED;
            }
        }
        return code;
    }
}
