import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { programFile } from '#app/program.server.ts'
import type { RenderedPacket } from '../pdf/render.ts'
import type { PacketOrder } from './render-packet.server.ts'

const WORKER = pathToFileURL(programFile('render-worker', 'app/packet/render/render-worker.mjs')).href
const WORKERS = { least: 1, most: 2 } as const

/** Workers that make packets, so that a rendering never delays other requests. */
export interface RenderPool {
  /** @throws the error of the rendering */
  render(order: PacketOrder): Promise<RenderedPacket>
  /** Starts the first worker and makes an empty packet in it, so that the first real packet need not wait for fonts and code. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

export function createRenderPool(): RenderPool {
  const pool = new Piscina<PacketOrder | null, RenderedPacket>({
    filename: WORKER,
    minThreads: WORKERS.least,
    maxThreads: WORKERS.most,
    // When it runs from source, the worker registers its own TypeScript loader, so it needs no options of this process.
    execArgv: [],
    // Making a packet allocates many short-lived objects; a small young generation keeps the worker's memory small.
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
