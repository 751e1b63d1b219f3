import { useEffect, useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Autosaved } from './answer-question.server.ts'
import { valuesOf } from './form/form-values.ts'

/** How long nobody has typed before what was typed is saved. */
const PAUSE_MS = 2_000

/** What a form was made from: the fingerprint of the entry, and its fields as they were. */
interface MadeFrom {
  readonly seen: string
  readonly base: string
}

async function send(address: string, form: FormData): Promise<Autosaved | null> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(texts) })
    return response.ok && !response.redirected ? ((await response.json()) as Autosaved) : null
  } catch {
    // Without a network nothing is saved by itself; the person's own save says so.
    return null
  }
}

/**
 * Saves a form by itself when its person pauses. It never runs into the person's own save: that one waits until
 * the automatic one has been answered, so that both are made from the same state.
 * @param address where the form is sent
 */
export function useAutosave(address: string, { seen, base }: MadeFrom) {
  const timer = useRef<number>()
  const underWay = useRef<Promise<void> | null>(null)
  const [state, setState] = useState({ seen, base, saved: false })
  useEffect(() => () => window.clearTimeout(timer.current), [])

  async function save(form: HTMLFormElement): Promise<void> {
    const written = new FormData(form)
    // Only the person's own save is put together with another window's.
    written.delete('base')
    const result = await send(address, written)
    underWay.current = null
    // At once, for a save of the person's own may be waiting to send the form.
    if (result) flushSync(() => setState(before => ({ ...result, base: result.saved ? JSON.stringify(valuesOf(written)) : before.base })))
  }

  return {
    ...state,
    onInput: (event: FormEvent<HTMLFormElement>) => {
      const form = event.currentTarget
      setState(before => ({ ...before, saved: false }))
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        underWay.current ??= save(form)
      }, PAUSE_MS)
    },
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      window.clearTimeout(timer.current)
      if (!underWay.current) return
      event.preventDefault()
      const form = event.currentTarget
      const { submitter } = event.nativeEvent as SubmitEvent
      void underWay.current.then(() => form.requestSubmit(submitter))
    },
  }
}
