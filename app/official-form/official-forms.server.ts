import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { programFile } from '#app/program.server.ts'
import type { Settings } from '#app/settings.server.ts'
import type { FilledForm, FormOrder } from './fill-form.server.ts'
import type { FormMap } from './form-map.ts'
import type { FormJob } from './form.worker.ts'
import { findKeptForm, keepNextMap, newestVersion, type KeptForm } from './kept-form.server.ts'

const WORKER = pathToFileURL(programFile('form-worker', 'app/official-form/form-worker.mjs')).href
/** A worker is started when somebody needs it, and ends when nobody has for this long. */
const IDLE_SECONDS = 60

/** What may be asked for of the form's pages and map, where the server was started to have them corrected. */
export interface FormEditing {
  /** The form in use and its newest map; `null` where none is kept. */
  current(): Promise<KeptForm | null>
  /** A picture (PNG) of one page of the form in use; `null` where there is none. */
  picture(page: number): Promise<Uint8Array | null>
  /** Keeps the next version of the map; `false` where somebody else was faster. */
  save(map: FormMap): boolean
}

/** The official form of this installation. */
export interface OfficialForms {
  /** Whether there is a form that can be filled in. */
  isKept(): boolean
  /** The form filled in; `null` where none is kept. */
  fill(order: Omit<FormOrder, 'form' | 'map'>): Promise<FilledForm | null>
  /** `null` on a server where nobody may correct the map. */
  readonly editing: FormEditing | null
  close(): Promise<void>
}

export function createOfficialForms({ dataDirectory, formEditing }: Pick<Settings, 'dataDirectory' | 'formEditing'>): OfficialForms {
  const pool = new Piscina<FormJob, FilledForm | Uint8Array | null>({
    filename: WORKER,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_SECONDS * 1000,
    // From its source, the worker brings its own loader for TypeScript.
    execArgv: [],
  })
  const current = readOnceEachVersion(dataDirectory)
  const pictures = new Map<string, Uint8Array>()
  const picture = async (page: number) => {
    const kept = await current()
    if (!kept) return null
    const name = `${kept.facts.sha256}/${page}`
    const drawn = pictures.get(name) ?? ((await pool.run({ draw: { form: kept.bytes, page } })) as Uint8Array | null)
    if (drawn) pictures.set(name, drawn)
    return drawn
  }
  return {
    isKept: () => newestVersion(dataDirectory) !== null,
    fill: async order => {
      const kept = await current()
      return kept && ((await pool.run({ fill: { ...order, form: kept.bytes, map: kept.map } })) as FilledForm)
    },
    editing: formEditing ? { current, picture, save: map => keepNextMap(dataDirectory, map) } : null,
    close: () => pool.close(),
  }
}

/** Reading a form takes a while: it is done again only when another form or a newer map was kept. */
function readOnceEachVersion(dataDirectory: string): () => Promise<KeptForm | null> {
  let known: { readonly version: string; readonly form: Promise<KeptForm | null> } | null = null
  return () => {
    const version = newestVersion(dataDirectory)
    if (version === null) return Promise.resolve(null)
    if (known?.version !== version) {
      known = { version, form: findKeptForm(dataDirectory) }
      // What could not be read is tried again the next time.
      known.form.catch(() => (known = null))
    }
    return known.form
  }
}
