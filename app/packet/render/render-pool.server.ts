import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { programFile } from '#app/program.server.ts'
import type { RenderedPacket } from '../pdf/render.ts'
import type { PacketOrder } from './render-packet.server.ts'

const WORKER = pathToFileURL(programFile('render-worker', 'app/packet/render/render-worker.mjs')).href
const WORKERS = { least: 1, most: 2 } as const

/** Workers that make packets, so that a rendering never holds up the requests of others. */
export interface RenderPool {
  /** @throws whatever the rendering threw */
  render(order: PacketOrder): Promise<RenderedPacket>
  /** Starts the first worker and makes an empty packet in it, so that the first real one need not wait for fonts and code. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

export function createRenderPool(): RenderPool {
  const pool = new Piscina<PacketOrder | null, RenderedPacket>({
    filename: WORKER,
    minThreads: WORKERS.least,
    maxThreads: WORKERS.most,
    // From its source, the worker brings its own loader for TypeScript.
    execArgv: [],
    // A packet makes much that is soon thrown away; small portions keep a worker small.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  return {
    render: order => pool.run(order),
    warmUp: async () => {
      await pool.run(null)
    },
    close: () => pool.close(),
  }
}
