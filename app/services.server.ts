import type { Day } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from './clock.server.ts'
import type { Casework } from './data/casework.server.ts'
import { IDLE_MINUTES, type Drafts, type Exhibits } from '#app/data/drafts/index.server.ts'
import type { Store } from './data/store.server.ts'
import type { Cleaner } from './evidence/clean-process.server.ts'
import type { OfficialForms } from './official-form/official-forms.server.ts'
import type { RenderPool } from './packet/render/render-pool.server.ts'
import { createCheckSession, type CheckSession } from './security/check-session.server.ts'
import { COOKIE_NAMES } from './security/cookies.server.ts'
import { createSealedCookie, type SealedCookie } from './security/sealed-cookie.server.ts'
import type { Settings } from './settings.server.ts'

/** How long papers can be asked for again by their address alone. */
const AGAIN_MINUTES = 10

/** Services of a server that was started for training. */
export interface Training {
  /** Deletes these invented claims, if they still exist. */
  readonly erase: (draftIds: readonly string[]) => Promise<void>
}

/** Services for routes, which get them through Remix's load context. */
export interface Services {
  readonly exitAddress: string
  readonly checkSession: CheckSession
  readonly drafts: Drafts
  /** What was typed on one page of a claim and cannot be saved yet. The browser keeps it; the server stores nothing. */
  readonly typedForm: SealedCookie
  /** The choices for papers that were made a moment ago. The browser keeps them; the server stores nothing. */
  readonly papersAskedFor: SealedCookie
  /** Ends the sessions of these cookies, without waiting for the database. */
  readonly leave: Store['leave']
  /** Papers attached to drafts. */
  readonly exhibits: Exhibits
  /** Opens and cleans files that people attach. */
  readonly cleaner: Cleaner
  /** `null` on a server for training. */
  readonly casework: Casework | null
  /** Makes packets in workers, so that other requests go on. */
  readonly packets: Pick<RenderPool, 'render'>
  /** The official form, if this installation has one. */
  readonly officialForms: OfficialForms
  /** Today in Los Angeles, because claims are filed in California. */
  readonly today: () => Day
  readonly checkHealth: () => Promise<void>
  /** Messages for the operator of the server, one line each. */
  readonly waiting: () => Promise<string[]>
  /** `null` on a server for claims. */
  readonly training: Training | null
}

/** Services that do not come from the store. */
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
    typedForm: createSealedCookie(COOKIE_NAMES.typed, 'cookie:typed', store.keyFor('typed-form'), IDLE_MINUTES, now),
    papersAskedFor: createSealedCookie(COOKIE_NAMES.papers, 'cookie:papers', store.keyFor('papers'), AGAIN_MINUTES, now),
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
    /** Network that the request came from, as `networkOf` names it. It is used only to slow down guesses, and is never stored or logged. */
    readonly clientAddress: string
  }
}
