package vn.nhain.edge.source.opcua.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * Where a server is and how it is spoken to.
 *
 * @param url {@code opc.tcp://host:port/path}
 * @param security security policies that are taken
 * @param encrypted sign and encrypt; false: sign only. Ignored without a security policy
 * @param user who opens the session
 */
public record ServerAccess(String url, SecurityChoice security, boolean encrypted, UserIdentity user) {
    /** With the safe defaults, anonymously. */
    public static ServerAccess of(String url) {
        return new ServerAccess(url, SecurityChoice.AUTO, true, new UserIdentity.Anonymous());
    }

    /** The same with another choice of policies. */
    public ServerAccess withSecurity(SecurityChoice other) {
        return new ServerAccess(url, other, encrypted, user);
    }

    /** The same as another user. */
    public ServerAccess withUser(UserIdentity other) {
        return new ServerAccess(url, security, encrypted, other);
    }

    String host() {
        return String.valueOf(EndpointUtil.getHost(url));
    }

    /** Whether nothing leaves this computer on the way. */
    boolean isOnThisComputer() {
        try {
            return InetAddress.getByName(host().replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
