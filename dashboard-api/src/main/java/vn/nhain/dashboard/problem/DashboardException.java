package vn.nhain.dashboard.problem;

/** A request that cannot be served, in a sentence that says why and what to do. */
public abstract sealed class DashboardException extends RuntimeException
        permits BadParameterException,
                ConflictException,
                ForbiddenException,
                NotFoundException,
                TooManyAttemptsException,
                UnauthorizedException,
                UnavailableException {
    DashboardException(String message) {
        super(message);
    }

    DashboardException(String message, Throwable cause) {
        super(message, cause);
    }
}
