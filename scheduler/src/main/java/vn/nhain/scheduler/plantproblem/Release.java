package vn.nhain.scheduler.plantproblem;

import vn.nhain.scheduler.api.Reason;

/**
 * The earliest minute at which an operation may start, whatever the machines do.
 *
 * @param minute minute from the origin
 * @param because why it starts no earlier, as {@code waits for ...}
 * @param cause the same as the beginning of a chain of causes, as {@code paper ... arrives ...}
 */
record Release(int minute, Reason because, Reason cause) {
    Release later(Release other) {
        return other.minute > minute ? other : this;
    }
}
