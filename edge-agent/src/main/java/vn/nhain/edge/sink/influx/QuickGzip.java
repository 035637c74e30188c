package vn.nhain.edge.sink.influx;

import java.io.IOException;
import java.util.zip.Deflater;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Compresses what is written, at the quickest level: lines repeat each other so much that more effort gains little. The
 * client has this too, at the usual level and without a length.
 */
final class QuickGzip implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        boolean write = request.url().encodedPath().endsWith("/write");
        if (!write || body == null) {
            return chain.proceed(request);
        }
        Buffer compressed = compress(body);
        return chain.proceed(request.newBuilder()
                .header("Content-Encoding", "gzip")
                .method(request.method(), new Compressed(body.contentType(), compressed))
                .build());
    }

    private static Buffer compress(RequestBody body) throws IOException {
        Buffer compressed = new Buffer();
        GzipSink gzip = new GzipSink(compressed);
        gzip.deflater().setLevel(Deflater.BEST_SPEED);
        try (BufferedSink sink = Okio.buffer(gzip)) {
            body.writeTo(sink);
        }
        return compressed;
    }

    private static final class Compressed extends RequestBody {
        private final @Nullable MediaType type;
        private final Buffer content;

        Compressed(@Nullable MediaType type, Buffer content) {
            this.type = type;
            this.content = content;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return content.size();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            // a copy, which shares the bytes: the client may send it again
            sink.writeAll(content.clone());
        }
    }
}
