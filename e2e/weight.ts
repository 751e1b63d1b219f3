import type { Page, Request } from '@playwright/test'

/** What a window has loaded of an address, until its network was quiet. */
export interface Loaded {
  readonly requests: readonly Request[]
  /** Bytes of all bodies, as they were sent: compressed. */
  readonly bytes: number
}

/** Opens an address in a window, and weighs all that it loads. The visit is a first one only in a browser that has nothing of ours yet. */
export async function weigh(page: Page, address: string): Promise<Loaded> {
  const requests: Request[] = []
  const note = (request: Request) => requests.push(request)
  page.on('requestfinished', note)
  await page.goto(address, { waitUntil: 'networkidle' })
  page.off('requestfinished', note)
  const sizes = await Promise.all(requests.map(async request => (await request.sizes()).responseBodySize))
  return { requests, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
