package vn.nhain.edge.faults;

/** One bad day. */
interface Fault {
    /** What happened, in the words of the printed line. */
    String name();

    /**
     * Lets it happen while machines talk, and ends it.
     *
     * @return what the agent, the machines and the store counted, once all is quiet again
     */
    Tally run(Plant plant, Scale scale) throws Exception;
}
