package vn.nhain.plant.reading;

/** How far a reading can be trusted, as its source says. */
public enum ReadingQuality {
    GOOD,
    UNCERTAIN,
    BAD
}
