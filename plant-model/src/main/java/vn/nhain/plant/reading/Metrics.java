package vn.nhain.plant.reading;

/**
 * Ids of the metrics; the same id in OPC UA, MQTT, store and API. Units as said; texts have none. Metrics per ink or
 * place are a prefix followed by its name, such as {@code density.C} or {@code temperature.dryer}.
 */
public final class Metrics {
    /** Machine state, text: a {@link vn.nhain.plant.machine.MachineState} name once normalised. */
    public static final String STATE = "state";
    /** Job in the machine, text; empty for none. */
    public static final String JOB = "job";
    /** Phase of the job, text: {@code Setup}, {@code InProgress}, {@code Cleanup}, {@code Suspended} or empty. */
    public static final String JOB_PHASE = "job.phase";
    /** Good output of the job so far, strokes: sheets, books or packs, as the machine counts. */
    public static final String JOB_GOOD = "job.good";
    /** Waste of the job so far, strokes. */
    public static final String JOB_WASTE = "job.waste";
    /** Good output ordered for the job, strokes. */
    public static final String JOB_TOTAL = "job.total";
    /** Answer to a command, text: JSON of {@link vn.nhain.plant.command.JobAcknowledgement}. */
    public static final String JOB_ACK = "job.ack";
    /** Id of the job that was finished last, text. */
    public static final String JOB_DONE = "job.done";
    /** Good sheets or pieces ever, monotonic. */
    public static final String COUNT_GOOD = "count.good";
    /** Waste sheets or pieces ever, monotonic. */
    public static final String COUNT_WASTE = "count.waste";
    /** Speed set, 1/h. */
    public static final String SPEED_SET = "speed.set";
    /** Actual speed, 1/h. */
    public static final String SPEED_ACTUAL = "speed.actual";
    /** Prefix: ink density by ink. */
    public static final String DENSITY = "density.";
    /** Prefix: colour difference ΔE00 by ink. */
    public static final String DELTA_E = "deltaE.";
    /** Register across, mm. */
    public static final String REGISTER_X = "register.x";
    /** Register along, mm. */
    public static final String REGISTER_Y = "register.y";
    /** Prefix: temperature by place, °C. */
    public static final String TEMPERATURE = "temperature.";
    /** Relative humidity, %. */
    public static final String HUMIDITY = "humidity";
    /** Power, kW. */
    public static final String POWER = "power";
    /** Energy ever, kWh, monotonic. */
    public static final String ENERGY = "energy";
    /** Prefix: impressions since the change of blanket, roller or blade. */
    public static final String WEAR = "wear.";
    /** Fault code, text; empty for none. */
    public static final String FAULT_CODE = "fault.code";
    /** Fault in words, text; empty for none. */
    public static final String FAULT_TEXT = "fault.text";
    /** Reason of a stop, text: a code of the plant's list of stop reasons; empty for none. */
    public static final String STOP_REASON = "stop.reason";

    private Metrics() {}
}
