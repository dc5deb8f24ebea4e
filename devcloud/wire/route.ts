import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from './world'

/** What a route gets: the request, its address, and what the route's pattern captured. */
export interface RouteRequest { request: IncomingMessage; response: ServerResponse; url: URL; captured: string; world: World }

/** Answers a request, or throws a CloudError. */
export type Route = (request: RouteRequest) => Promise<void> | void
