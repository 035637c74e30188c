package vn.nhain.simulators.control;

/** An error in the form of RFC 9457. */
record Problem(String type, String title, int status, String detail) {
    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }
}
