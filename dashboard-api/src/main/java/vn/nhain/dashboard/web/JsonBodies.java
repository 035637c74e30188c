package vn.nhain.dashboard.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import vn.nhain.dashboard.json.Json;

/** Javalin's {@code context.json}, by our {@link Json}. Bodies of requests are read by {@link Body}. */
final class JsonBodies implements JsonMapper {
    @Override
    public String toJsonString(Object value, Type type) {
        return Json.write(value);
    }
}
