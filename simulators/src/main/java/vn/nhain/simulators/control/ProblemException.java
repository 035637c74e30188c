package vn.nhain.simulators.control;

/** A request that cannot be answered. */
final class ProblemException extends Exception {
    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, "Not found", detail));
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, "Bad request", detail));
    }

    static ProblemException wrongMethod(String detail) {
        return new ProblemException(Problem.of(405, "Method not allowed", detail));
    }

    Problem problem() {
        return problem;
    }
}
