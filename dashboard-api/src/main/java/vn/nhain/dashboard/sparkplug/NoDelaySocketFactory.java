package vn.nhain.dashboard.sparkplug;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets with TCP_NODELAY: Paho leaves Nagle on, which holds small messages back for some 40 ms each. */
final class NoDelaySocketFactory extends SocketFactory {
    private final SocketFactory plain = SocketFactory.getDefault();

    @Override
    public Socket createSocket() throws IOException {
        return hurried(plain.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return hurried(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return hurried(plain.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return hurried(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return hurried(plain.createSocket(host, port, local, localPort));
    }

    private static Socket hurried(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
