package io.demarche.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.ContextlessMessageBodyHandlerRegistry;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.filter.ClientFilterResolutionContext;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.http.filter.HttpClientFilterResolver;
import io.micronaut.http.filter.HttpFilterResolver;
import io.micronaut.http.netty.body.NettyByteBufMessageBodyHandler;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.ssl.SslConfiguration;
import io.micronaut.runtime.ApplicationConfiguration;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * The Micronaut HTTP client with an {@link AddressGuard} in its connector: every connection goes to an address that the guard was asked
 * about, whatever the name meant a moment before. Bodies are bytes; there are no codecs.
 */
public final class GuardedHttpClient {

    /** The header field by which requests are told apart. */
    public static final String REQUEST_ID = "webhook-id";

    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT);

    private static final Executor LOOKUPS =
            Executors.newCachedThreadPool(new DefaultThreadFactory("http-client-names", true));

    private GuardedHttpClient() {}

    /**
     * Whom a client trusts, and as whom it goes; all in PEM (RFC 7468).
     *
     * @param authorities the certificates of those who may vouch for a server; null for those that the JDK trusts
     * @param certificate the client's certificate and its chain; null for none
     * @param key its private key, PKCS#8 without a password; null likewise
     */
    public record Tls(
            @Nullable String authorities,
            @Nullable String certificate,
            @Nullable String key) {

        /** As the JDK does, and as nobody. */
        public static final Tls STANDARD = new Tls(null, null, null);

        /** Why no connection can be made with these; empty if one can. */
        public Optional<String> problem() {
            try {
                apply(SslContextBuilder.forClient()).build();
                return Optional.empty();
            } catch (SSLException | IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        SslContextBuilder apply(SslContextBuilder builder) {
            if (authorities != null) {
                builder.trustManager(stream(authorities));
            }
            if (certificate != null && key != null) {
                builder.keyManager(stream(certificate), stream(key));
            }
            return builder;
        }

        private static InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Tls …";
        }
    }

    private static final class TlsBuilder extends NettyClientSslBuilder {

        private final Tls tls;

        TlsBuilder(Tls tls) {
            super(new ResourceResolver());
            this.tls = tls;
        }

        @Override
        protected SslContextBuilder createSslContextBuilder(SslConfiguration ssl, HttpVersionSelection versions) {
            return tls.apply(super.createSslContextBuilder(ssl, versions));
        }
    }

    /** Sees every request on its way to the connection. */
    private static final class WriteListener implements NettyClientCustomizer {

        private final Consumer<String> written;
        private final @Nullable Channel channel;

        WriteListener(Consumer<String> written) {
            this(written, null);
        }

        private WriteListener(Consumer<String> written, @Nullable Channel channel) {
            this.written = written;
            this.channel = channel;
        }

        @Override
        public NettyClientCustomizer specializeForChannel(Channel made, ChannelRole role) {
            return new WriteListener(written, made);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null
                    && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC) != null) {
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC,
                                "write-listener",
                                new ChannelOutboundHandlerAdapter() {
                                    @SuppressWarnings("FutureReturnValueIgnored") // the promise hands itself back
                                    @Override
                                    public void write(
                                            ChannelHandlerContext context, Object message, ChannelPromise promise) {
                                        if (message instanceof io.netty.handler.codec.http.HttpRequest request) {
                                            String id = request.headers().get(REQUEST_ID);
                                            if (id != null) {
                                                written.accept(id);
                                            }
                                        }
                                        context.write(message, promise);
                                    }
                                });
            }
        }
    }

    /** A client of that configuration. */
    public static HttpClient of(HttpClientConfiguration configuration, AddressGuard guard) {
        return of(configuration, guard, Tls.STANDARD, field -> {});
    }

    /**
     * A client of that configuration that gives up bodies as they come.
     *
     * @param tls whom it trusts, and as whom it goes
     * @param written hears of every request when it is written to its connection: the value of its header field {@link #REQUEST_ID}
     */
    @SuppressWarnings(
            "deprecation") // no other public way takes a resolver; what shall replace this one is package-private
    public static DefaultHttpClient of(
            HttpClientConfiguration configuration, AddressGuard guard, Tls tls, Consumer<String> written) {
        return new DefaultHttpClient(
                (LoadBalancer) null,
                (HttpVersionSelection) null,
                configuration,
                null,
                new NoFilters(),
                List.of(),
                new DefaultThreadFactory("http-client", true),
                new TlsBuilder(tls),
                MediaTypeCodecRegistry.of(),
                new ContextlessMessageBodyHandlerRegistry(
                        new ApplicationConfiguration(),
                        NettyByteBufferFactory.DEFAULT,
                        new NettyByteBufMessageBodyHandler()),
                WebSocketBeanRegistry.EMPTY,
                new DefaultRequestBinderRegistry(ConversionService.SHARED),
                null,
                NioSocketChannel::new,
                NioDatagramChannel::new,
                new WriteListener(written),
                null,
                ConversionService.SHARED,
                new GuardedResolvers(guard));
    }

    /** Sends the request with that body; the answer comes as soon as its head is here, with its body still to be read. */
    public static Publisher<? extends HttpResponse<?>> exchange(
            RawHttpClient client, HttpRequest<?> request, byte[] body) {
        return client.exchange(request, BODIES.adapt(body), null);
    }

    private static final class NoFilters implements HttpClientFilterResolver<ClientFilterResolutionContext> {

        @Override
        public List<HttpFilterResolver.FilterEntry> resolveFilterEntries(ClientFilterResolutionContext context) {
            return List.of();
        }

        @Override
        public List<GenericHttpFilter> resolveFilters(
                HttpRequest<?> request, List<HttpFilterResolver.FilterEntry> entries) {
            return List.of();
        }
    }

    private static final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {

        private final AddressGuard guard;

        GuardedResolvers(AddressGuard guard) {
            this.guard = guard;
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetSocketAddressResolver(executor, new GuardedResolver(executor, guard));
        }
    }

    /** Resolves by the system's resolver, as Netty does by default. A name with any refused address is refused as a whole. */
    private static final class GuardedResolver extends InetNameResolver {

        private final AddressGuard guard;

        GuardedResolver(EventExecutor executor, AddressGuard guard) {
            super(executor);
            this.guard = guard;
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            aside(promise, () -> addresses(name).get(0));
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            aside(promise, () -> addresses(name));
        }

        /** A name server that does not answer holds up nobody who asks for another name. */
        @SuppressWarnings("FutureReturnValueIgnored") // the promise hands itself back
        private static <T> void aside(Promise<T> promise, Callable<T> lookup) {
            LOOKUPS.execute(() -> {
                try {
                    promise.setSuccess(lookup.call());
                } catch (Exception e) {
                    promise.setFailure(e);
                }
            });
        }

        private List<InetAddress> addresses(String name) throws UnknownHostException {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(name));
            for (InetAddress address : addresses) {
                Optional<String> refusal = guard.refusal(address);
                if (refusal.isPresent()) {
                    throw new UnknownHostException("not connected: " + refusal.get());
                }
            }
            return addresses;
        }
    }
}
