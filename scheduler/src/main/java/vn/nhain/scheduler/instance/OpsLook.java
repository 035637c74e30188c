package vn.nhain.scheduler.instance;

import vn.nhain.scheduler.kernel.problem.Problem;

/** What a set-up depends on. */
record OpsLook(int size, int color, int varnish) {
    static OpsLook read(Item operation) {
        return new OpsLook(
                operation.whole("size", 0, Problem.MAX_TIME),
                operation.whole("color", 0, Problem.MAX_TIME),
                operation.whole("varnish", 0, Problem.MAX_TIME));
    }
}
