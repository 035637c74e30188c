/**
 * The HTTP server: routes, rights, errors, headers, health, OpenAPI document and the live WebSocket. Imports Javalin, {@code
 * session}, {@code problem} and {@code json}, never a feature. Start reading at {@link vn.nhain.dashboard.web.WebServer}.
 */
@NullMarked
package vn.nhain.dashboard.web;

import org.jspecify.annotations.NullMarked;
