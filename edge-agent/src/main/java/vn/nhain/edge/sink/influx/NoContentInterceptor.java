package vn.nhain.edge.sink.influx;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes only 204 for success of a write, as all stores answer it. Any other success comes from somebody who stored nothing,
 * such as a proxy with its login page, and readings that it is taken for would be lost.
 */
final class NoContentInterceptor implements Interceptor {
    private static final int NO_CONTENT = 204;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean write = chain.request().url().encodedPath().endsWith("/write");
        if (write && response.isSuccessful() && response.code() != NO_CONTENT) {
            response.close();
            throw new IOException(
                    "HTTP %d and not 204, so it is not a store that answers; maybe a proxy stands between: check store.url"
                            .formatted(response.code()));
        }
        return response;
    }
}
