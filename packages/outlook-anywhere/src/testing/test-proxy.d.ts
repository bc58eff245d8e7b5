import type { Proxy } from '../proxy.ts';
/** A proxy on loopback, plain HTTP, as contoso's administrator sees it. */
export declare function testProxy(port: number, more?: Partial<Proxy>): Proxy;
