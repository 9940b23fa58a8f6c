package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk is: in a file, or in a macro or function that was called.
 *
 * @param call whose content {@code <#nested>} prints
 * @param caller from where that call was made
 * @param returned what a function has returned so far
 */
record Frame(
        Scope scope, Node.@Nullable Call call, @Nullable Frame caller, List<Shape> returned, int depth) {

    /** A file's own directives. */
    static Frame file(Namespace namespace, int depth) {
        return new Frame(new Scope(namespace, null), null, null, new ArrayList<>(), depth);
    }

    /** The same place, in a file that it includes. */
    Frame deeper() {
        return new Frame(scope, call, caller, returned, depth + 1);
    }
}
