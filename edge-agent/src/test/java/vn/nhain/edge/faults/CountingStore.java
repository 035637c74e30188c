package vn.nhain.edge.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * A store that speaks {@code /api/v2/write}, keeps one row a key, and fails as it is told. On bare sockets, since it must
 * also answer what is not HTTP.
 */
final class CountingStore implements AutoCloseable {
    /** How it answers. */
    sealed interface Mood {
        /** Stores and answers 204. */
        record Well() implements Mood {}

        /** As good as not there: every connection ends before a word is said. */
        record Away() implements Mood {}

        /** Takes the request, stores nothing and never answers. */
        record Hanging() implements Mood {}

        /** Stores nothing and answers this. */
        record Answering(String head, String body) implements Mood {
            static Answering status(int status) {
                return new Answering("HTTP/1.1 %d Because".formatted(status), "{\"error\":\"as the test wants it\"}");
            }
        }

        /** Answers 413 to more lines than this. */
        record Narrow(int lines) implements Mood {}

        /** Stores, and cuts the connection in the middle of its answer. */
        record Cutting() implements Mood {}
    }

    final StoreRows rows = new StoreRows();
    final AtomicInteger requests = new AtomicInteger();

    private final ServerSocket server;
    private final ConcurrentHashMap<Socket, Boolean> open = new ConcurrentHashMap<>();
    private volatile Mood mood = new Mood.Well();

    CountingStore(InetAddress address) throws IOException {
        server = new ServerSocket(0, 50, address);
        Thread acceptor = new Thread(this::accept, "counting-store");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI url() {
        return URI.create("http://%s:%d".formatted(server.getInetAddress().getHostAddress(), server.getLocalPort()));
    }

    /** From now on; whoever waits for an answer of the mood before loses its connection. */
    void become(Mood next) {
        mood = next;
        if (next instanceof Mood.Well || next instanceof Mood.Away) {
            open.keySet().forEach(CountingStore::close);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.put(socket, true);
                Thread thread = new Thread(() -> serve(socket), "counting-store-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (mood instanceof Mood.Away) {
                return;
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String request = readLine(in);
            while (!request.isEmpty()) {
                byte[] body = readBody(in);
                requests.incrementAndGet();
                if (!answer(request, body, socket.getOutputStream())) {
                    return;
                }
                request = readLine(in);
            }
        } catch (IOException e) {
            // the other side went away, or the mood changed
        } finally {
            open.remove(socket);
        }
    }

    /** False when the connection is to end. */
    private boolean answer(String request, byte[] body, OutputStream out) throws IOException {
        Mood now = mood;
        if (now instanceof Mood.Away) {
            return false;
        }
        if (!request.startsWith("POST /api/v2/write")) {
            write(out, "HTTP/1.1 404 Not Found", "");
            return true;
        }
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        if (now instanceof Mood.Hanging) {
            awaitClose(out);
            return false;
        }
        if (now instanceof Mood.Answering told) {
            write(out, told.head(), told.body());
            return true;
        }
        if (now instanceof Mood.Narrow narrow && lines.size() > narrow.lines()) {
            write(out, "HTTP/1.1 413 Too Large", "");
            return true;
        }
        for (String line : lines) {
            rows.take(line);
        }
        if (now instanceof Mood.Cutting) {
            out.write("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return false;
        }
        write(out, "HTTP/1.1 204 No Content", "");
        return true;
    }

    private void awaitClose(OutputStream out) throws IOException {
        out.flush();
        Mood hanging = mood;
        while (mood == hanging && !server.isClosed()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void write(OutputStream out, String head, String body) throws IOException {
        String length = head.contains(" 204 ") ? "" : "Content-Length: %d\r\n".formatted(body.length());
        out.write((head + "\r\n" + length + "\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] readBody(InputStream in) throws IOException {
        boolean gzip = false;
        boolean chunked = false;
        int length = 0;
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            gzip |= lower.equals("content-encoding: gzip");
            chunked |= lower.equals("transfer-encoding: chunked");
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        byte[] body = chunked ? readChunks(in) : in.readNBytes(length);
        return gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(readLine(in), 16); size > 0; size = Integer.parseInt(readLine(in), 16)) {
            body.write(in.readNBytes(size));
            readLine(in);
        }
        readLine(in);
        return body.toByteArray();
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
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
        open.keySet().forEach(CountingStore::close);
    }
}
