import type { Day } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from './clock.server.ts'
import type { Store } from './data/store.server.ts'
import { createCheckSession, type CheckSession } from './security/check-session.server.ts'
import type { Settings } from './settings.server.ts'

/** What routes may use of the outside world; they reach it through Remix's load context. */
export interface Services {
  readonly exitAddress: string
  readonly checkSession: CheckSession
  /** Today in Los Angeles, where the claim is filed. */
  readonly today: () => Day
  readonly checkHealth: () => Promise<void>
}

/** Puts the services of one server together. */
export function createServices(settings: Settings, store: Store, now: () => number = Date.now): Services {
  return {
    exitAddress: settings.exitAddress,
    checkSession: createCheckSession(store.keyFor('check-session'), now),
    today: () => dayInLosAngeles(new Date(now())),
    checkHealth: store.checkHealth,
  }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly services: Services
    /** Nonce of this response's content security policy. */
    readonly cspNonce: string
  }
}
