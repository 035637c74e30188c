package vn.nhain.edge._bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestServerSecurity;

/**
 * A press with many tags that all change at the same pace, each to the number of the round. Arguments: port, tags, pace in
 * milliseconds, and the agent's certificate and a file for its own; without these two it asks for no security. Answers each line on standard input with the number of values that it has written so far.
 */
final class LoadServer {
    private LoadServer() {}

    public static void main(String[] args) throws Exception {
        int tags = Integer.parseInt(args[1]);
        long paceNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2]));
        boolean secured = args.length > 3;
        TestServerSecurity security = TestServerSecurity.of(
                TestPress.applicationUri("LOAD"), true, secured ? SecurityPolicy.Basic256Sha256 : SecurityPolicy.None);
        if (secured) {
            security.trustFile(Path.of(args[3]));
        }
        try (TestPress press = TestPress.start("LOAD", Integer.parseInt(args[0]), security)) {
            Writer writer = new Writer(press, tags, paceNanos);
            writer.round(0);
            if (secured) {
                Files.write(Path.of(args[4]), security.certificate().getEncoded());
            }
            writer.setDaemon(true);
            writer.start();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                if (System.in.available() == 0) {
                    System.out.println(writer.written.get());
                }
            }
        }
    }

    /** Writes a round of values each pace; a round that is late is not made up for. */
    private static final class Writer extends Thread {
        private final TestPress press;
        private final String[] names;
        private final long paceNanos;
        private final AtomicLong written = new AtomicLong();

        Writer(TestPress press, int tags, long paceNanos) {
            super("load-writer");
            this.press = press;
            this.paceNanos = paceNanos;
            names = new String[tags];
            for (int i = 0; i < tags; i++) {
                names[i] = "load.tag" + i;
            }
        }

        void round(long number) {
            Instant now = Instant.now();
            for (int i = 0; i < names.length; i++) {
                press.set(names[i], (double) number, now);
            }
        }

        @Override
        public void run() {
            long next = System.nanoTime();
            for (long number = 1; ; number++) {
                round(number);
                written.addAndGet(names.length);
                next = Math.max(next + paceNanos, System.nanoTime());
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        }
    }
}
