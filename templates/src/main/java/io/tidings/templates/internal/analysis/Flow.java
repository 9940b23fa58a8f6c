package io.tidings.templates.internal.analysis;

/** Whether what stands behind a directive is reached from it. */
final class Flow {

    private Flow() {}

    /** Whether each way through it ends in {@code <#return>}, {@code <#stop>}, {@code <#break>} or the like. */
    static boolean leaves(Node.Block block) {
        return leaves(block, true);
    }

    /** Whether each way through a function's body ends in {@code <#return>} or {@code <#stop>}. */
    static boolean returns(Node.Block block) {
        return leaves(block, false);
    }

    private static boolean leaves(Node.Block block, boolean anywhere) {
        return block.nodes().stream().anyMatch(node -> leaves(node, anywhere));
    }

    private static boolean leaves(Node node, boolean anywhere) {
        if (node instanceof Node.Return || node instanceof Node.Stop) {
            return true;
        }
        if (node instanceof Node.Jump) {
            return anywhere;
        }
        if (node instanceof Node.Block block) {
            return leaves(block, anywhere);
        }
        if (node instanceof Node.If choice) {
            return choice.isComplete()
                    && choice.branches().stream().allMatch(branch -> leaves(branch.body(), anywhere));
        }
        if (node instanceof Node.Switch choice) {
            return choice.isComplete() && choice.cases().stream().allMatch(branch -> leaves(branch.body(), false));
        }
        return node instanceof Node.Attempt attempt
                && leaves(attempt.body(), anywhere)
                && leaves(attempt.recovery(), anywhere);
    }
}
