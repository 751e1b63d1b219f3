import type { Day } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from './clock.server.ts'
import type { Casework } from './data/casework.server.ts'
import type { Drafts, Exhibits } from '#app/data/drafts/index.server.ts'
import type { Store } from './data/store.server.ts'
import type { Cleaner } from './evidence/clean-process.server.ts'
import type { OfficialForms } from './official-form/official-forms.server.ts'
import type { RenderPool } from './packet/render/render-pool.server.ts'
import { createCheckSession, type CheckSession } from './security/check-session.server.ts'
import type { Settings } from './settings.server.ts'

/** What only a server that was started for training has. */
export interface Training {
  /** Takes these invented claims away, where they are still there. */
  readonly erase: (draftIds: readonly string[]) => Promise<void>
}

/** What routes may use of the outside world; they reach it through Remix's load context. */
export interface Services {
  readonly exitAddress: string
  readonly checkSession: CheckSession
  readonly drafts: Drafts
  /** Ends the sessions of these cookies, and waits for nothing. */
  readonly leave: Store['leave']
  /** Papers that are attached to drafts. */
  readonly exhibits: Exhibits
  /** Opens and cleans files that people attach. */
  readonly cleaner: Cleaner
  /** `null` on a server for training. */
  readonly casework: Casework | null
  /** Makes packets beside the requests of others. */
  readonly packets: Pick<RenderPool, 'render'>
  /** The official form, where this installation keeps one. */
  readonly officialForms: OfficialForms
  /** Today in Los Angeles, where the claim is filed. */
  readonly today: () => Day
  readonly checkHealth: () => Promise<void>
  /** What waits for whoever runs the server, a line each. */
  readonly waiting: () => Promise<string[]>
  /** `null` on a server for claims. */
  readonly training: Training | null
}

/** What a server brings beside its data. */
export type Tools = Pick<Services, 'packets' | 'cleaner' | 'officialForms'>

/** Puts the services of one server together. */
export function createServices(settings: Settings, store: Store, tools: Tools, now: () => number = Date.now): Services {
  const { packets, cleaner, officialForms } = tools
  const training = store.deletePractice && { erase: store.deletePractice }
  return {
    drafts: store.drafts,
    leave: store.leave,
    exhibits: store.exhibits,
    cleaner,
    casework: store.casework,
    packets: training ? { render: order => packets.render({ ...order, training: true }) } : packets,
    officialForms: training ? { ...officialForms, fill: order => officialForms.fill({ ...order, training: true }) } : officialForms,
    exitAddress: settings.exitAddress,
    checkSession: createCheckSession(store.keyFor('check-session'), now),
    today: () => dayInLosAngeles(new Date(now())),
    checkHealth: store.checkHealth,
    waiting: store.waiting,
    training,
  }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly services: Services
    /** Nonce of this response's content security policy. */
    readonly cspNonce: string
    /** Network that the request came from, as `networkOf` names it; only ever used to slow down guesses, and never written down. */
    readonly clientAddress: string
  }
}
