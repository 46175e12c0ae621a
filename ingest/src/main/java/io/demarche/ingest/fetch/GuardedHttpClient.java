package io.demarche.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.ContextlessMessageBodyHandlerRegistry;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.filter.ClientFilterResolutionContext;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.http.filter.HttpClientFilterResolver;
import io.micronaut.http.filter.HttpFilterResolver;
import io.micronaut.http.netty.body.NettyByteBufMessageBodyHandler;
import io.micronaut.runtime.ApplicationConfiguration;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * The Micronaut HTTP client with an {@link AddressGuard} in its connector: every connection goes to an address that the guard was asked
 * about, whatever the name meant a moment before. Bodies are bytes; there are no codecs.
 */
public final class GuardedHttpClient {

    private GuardedHttpClient() {}

    /** A client of that configuration. */
    @SuppressWarnings(
            "deprecation") // no other public way takes a resolver; what shall replace this one is package-private
    public static HttpClient of(HttpClientConfiguration configuration, AddressGuard guard) {
        return new DefaultHttpClient(
                (LoadBalancer) null,
                (HttpVersionSelection) null,
                configuration,
                null,
                new NoFilters(),
                List.of(),
                new DefaultThreadFactory("http-client", true),
                new NettyClientSslBuilder(new ResourceResolver()),
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
                new NettyClientCustomizer() {},
                null,
                ConversionService.SHARED,
                new GuardedResolvers(guard));
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
            try {
                promise.setSuccess(addresses(name).get(0));
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            try {
                promise.setSuccess(addresses(name));
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
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
