const LATER_MS = 60_000

/** Loads what ends idle pages once somebody has stayed for a minute: most pages are left before, and a first visit loads that much less. */
export function watchIdleEndLater(): void {
  const later = () => window.setTimeout(load, LATER_MS)
  const load = () => void import('./idle-end.client.ts').then(({ watchIdleEnd }) => watchIdleEnd(), later)
  later()
}
