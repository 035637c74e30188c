package vn.nhain.simulators.press;

/**
 * Figures of a job that was finished.
 *
 * @param jobId the job; empty when there was none yet
 * @param good good sheets
 * @param waste waste sheets
 * @param total good sheets ordered
 */
record JobFigures(String jobId, int good, int waste, int total) {
    static final JobFigures NONE = new JobFigures("", 0, 0, 0);

    static JobFigures of(JobRun job) {
        return new JobFigures(
                job.command().jobId(), job.good(), job.waste(), job.command().quantity());
    }
}
