package vn.nhain.edge.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A line between an agent and a server that can become slow, swallow everything, or break. */
final class Proxy implements AutoCloseable {
    private static final int CHUNK = 1024;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int bytesPerSecond;
    private volatile boolean swallowing;

    /**
     * @param near where it listens
     * @param target port of loopback that it leads to
     */
    Proxy(InetAddress near, int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, near);
        Thread thread = new Thread(this::accept, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Each way; 0 for as fast as can be. */
    void slowTo(int bytes) {
        bytesPerSecond = bytes;
    }

    /** Lets nothing through and says nothing of it, as a cable that is cut somewhere. */
    void swallow(boolean now) {
        swallowing = now;
        if (!now) {
            breakAll();
        }
    }

    /** Ends all connections. */
    void breakAll() {
        open.forEach(Proxy::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                pump(near, far);
                pump(far, near);
            } catch (IOException e) {
                // the target is away: the agent finds out by itself
            }
        }
    }

    private void pump(Socket from, Socket to) {
        Thread thread = new Thread(
                () -> {
                    try (from;
                            to) {
                        copy(from.getInputStream(), to.getOutputStream());
                    } catch (IOException e) {
                        // ended by one side
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        open.remove(from);
                        open.remove(to);
                    }
                },
                "proxy-pump");
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            while (swallowing && !server.isClosed()) {
                Thread.sleep(20);
            }
            out.write(chunk, 0, read);
            out.flush();
            int rate = bytesPerSecond;
            if (rate > 0) {
                TimeUnit.MICROSECONDS.sleep(read * 1_000_000L / rate);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        breakAll();
    }
}
