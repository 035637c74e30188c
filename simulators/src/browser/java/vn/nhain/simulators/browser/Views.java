package vn.nhain.simulators.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Addresses of all views, with subjects that exist in the running product. */
final class Views {
    /** Time in which a view has its first answers and has drawn them. */
    static final int SETTLE_MS = 1500;

    private Views() {}

    static List<String> all(Visit visit) {
        Page page = visit.open("/board");
        String press = (String) page.evaluate(
                "async () => (await (await fetch('/api/plant')).json()).machines.find((m) => m.units > 0).id");
        String order = (String) page.evaluate(
                """
                async () => {
                  const { operations } = await (await fetch('/api/plan')).json();
                  return operations.find((o) => o.status !== 'done').orderId;
                }""");
        return List.of(
                "/board",
                "/machine/" + press,
                "/plan?order=" + order,
                "/orders",
                "/operator/" + press,
                "/operator",
                "/alarms");
    }
}
