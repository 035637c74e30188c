package vn.nhain.simulators.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policy is strict, and the page keeps it: no view makes the console complain. */
class ContentSecurityIT extends BrowserTest {
    @Test
    void everyViewKeepsThePolicyWithoutAComplaint() {
        try (Visit visit = visit(Look.DESK)) {
            for (String view : Views.all(visit)) {
                Page page = visit.open(view);
                page.waitForTimeout(Views.SETTLE_MS);
            }
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void thePolicyAllowsNothingInlineAndNoOtherHost() {
        try (Visit visit = visit(Look.DESK)) {
            visit.open("/board");
            Response response = visit.page().reload();
            assertNotNull(response);
            String policy = response.headerValue("content-security-policy");
            assertNotNull(policy, "the page is served without a policy");
            assertTrue(policy.contains("default-src 'none'"), policy);
            assertTrue(policy.contains("script-src 'self'"), policy);
            assertTrue(!policy.contains("unsafe"), policy);
        }
    }
}
