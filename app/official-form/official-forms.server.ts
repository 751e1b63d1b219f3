import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { programFile } from '#app/program.server.ts'
import type { Settings } from '#app/settings.server.ts'
import type { FilledForm, FormOrder } from './fill-form.server.ts'
import type { FormMap } from './form-map.ts'
import type { FormJob } from './form.worker.ts'
import { findKeptForm, keepNextMap, newestVersion, type KeptForm } from './kept-form.server.ts'

const WORKER = pathToFileURL(programFile('form-worker', 'app/official-form/form-worker.mjs')).href
/** The pool starts the worker when there is a job, and ends it after this time without a job. */
const IDLE_SECONDS = 60

/** What the pages for correcting the map need. It exists only on a server that was started for that. */
export interface FormEditing {
  /** The form in use and its newest map; `null` when none is kept. */
  current(): Promise<KeptForm | null>
  /** A picture (PNG) of one page of the form in use; `null` when there is no such form or page. */
  picture(page: number): Promise<Uint8Array | null>
  /** Keeps the next version of the map; returns `false` when another correction was saved first. */
  save(map: FormMap): boolean
}

/** The official form of this installation. */
export interface OfficialForms {
  /** Whether a form is kept. */
  isKept(): boolean
  /** Fills in the form; resolves with `null` when none is kept. */
  fill(order: Omit<FormOrder, 'form' | 'map'>): Promise<FilledForm | null>
  /** `null` on a server that does not offer to correct the map. */
  readonly editing: FormEditing | null
  close(): Promise<void>
}

export function createOfficialForms({ dataDirectory, formEditing }: Pick<Settings, 'dataDirectory' | 'formEditing'>): OfficialForms {
  const pool = new Piscina<FormJob, FilledForm | Uint8Array | null>({
    filename: WORKER,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_SECONDS * 1000,
    // When it runs from source, the worker registers its own TypeScript loader, so it needs no options of this process.
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

/** Reads the kept form, and reads it again only when another form or a newer map is kept, because reading takes a while. */
function readOnceEachVersion(dataDirectory: string): () => Promise<KeptForm | null> {
  let known: { readonly version: string; readonly form: Promise<KeptForm | null> } | null = null
  return () => {
    const version = newestVersion(dataDirectory)
    if (version === null) return Promise.resolve(null)
    if (known?.version !== version) {
      known = { version, form: findKeptForm(dataDirectory) }
      // After an error, the next call reads again.
      known.form.catch(() => (known = null))
    }
    return known.form
  }
}
