package vn.nhain.edge.sink.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    private static String text(double value) {
        StringBuilder text = new StringBuilder();
        Decimals.append(text, value);
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "9000, 9000.0",
        "-7, -7.0",
        "0.1, 0.1",
        "1.55, 1.55",
        "12.000001, 12.000001",
        "-0.05, -0.05",
        "999999999.5, 999999999.5"
    })
    void aMeasuredValueIsWrittenAsItIsSaid(double value, String said) {
        assertEquals(said, text(value));
    }

    @Test
    void whateverIsWrittenReadsAsTheSameNumber() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value =
                    switch (i % 4) {
                        case 0 -> random.nextInt() / 1000.0;
                        case 1 -> random.nextLong() / 1e6;
                        case 2 -> Double.longBitsToDouble(random.nextLong());
                        default -> random.nextInt(2_000_000) / 1e6;
                    };
            double back = Double.parseDouble(text(value));
            assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(back), () -> "seed 7: " + value);
        }
    }
}
