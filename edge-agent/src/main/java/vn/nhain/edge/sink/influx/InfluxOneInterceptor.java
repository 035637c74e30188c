package vn.nhain.edge.sink.influx;

import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Sends writes of the v2 client to the {@code /write} of InfluxDB 1.0 to 1.7, which has no {@code /api/v2}. */
final class InfluxOneInterceptor implements Interceptor {
    private final StoreSettings settings;

    InfluxOneInterceptor(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!request.url().encodedPath().endsWith("/api/v2/write")) {
            return chain.proceed(request);
        }
        HttpUrl.Builder url = request.url()
                .newBuilder()
                .encodedPath(request.url().encodedPath().replace("/api/v2/write", "/write"))
                .query(null)
                .addQueryParameter("db", settings.bucket())
                .addQueryParameter("precision", "ns");
        if (!settings.retentionPolicy().isEmpty()) {
            url.addQueryParameter("rp", settings.retentionPolicy());
        }
        Request.Builder rewritten = request.newBuilder().url(url.build()).removeHeader("Authorization");
        if (!settings.user().isEmpty()) {
            rewritten.header("Authorization", Credentials.basic(settings.user(), settings.password()));
        }
        return chain.proceed(rewritten.build());
    }
}
