package vn.nhain.dashboard.web;

import io.javalin.config.RoutesConfig;

/** The routes of one feature. Every route below {@code /api} names its {@link Access}; without one nobody gets in. */
public interface Endpoints {
    /** Adds the routes. */
    void addTo(RoutesConfig routes);
}
