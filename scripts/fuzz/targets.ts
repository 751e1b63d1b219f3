import type { ServerBuild } from '@remix-run/node'
import { QUESTION_IDS } from '#machines/answers/questions/index.ts'
import { SECTIONS } from '#machines/answers/sections.ts'
import { CHECK_QUESTIONS } from '#machines/eligibility/questions/index.ts'

/** One kind of address that the server answers. */
export interface Target {
  /** Address as the routes write it: parts that change begin with a colon, `*` is anything. */
  readonly pattern: string
  readonly loads: boolean
  readonly acts: boolean
  /** Whether it has data of a page, which scripts ask for with `.data`. */
  readonly isPage: boolean
}

/** Every address that a build answers. */
export function targetsOf({ routes }: Pick<ServerBuild, 'routes'>): readonly Target[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join('/') : ''
  }
  return Object.values(routes)
    .filter(route => route !== undefined)
    .filter(({ id, path, index }) => id !== 'root' && (path !== undefined || index))
    .map(({ id, module }) => ({
      pattern: `/${pathOf(id)}`,
      loads: module.loader !== undefined || module.default !== undefined,
      acts: module.action !== undefined,
      isPage: module.default !== undefined,
    }))
}

/** Values for the changing parts of addresses. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'check/:question': CHECK_QUESTIONS.map(({ id }) => id),
  ':question': QUESTION_IDS,
  ':section': SECTIONS,
  ':part': ['mail', 'keep', 'official'],
  ':page': ['1', '2'],
  ':file': ['a-guess.ics'],
  '*': ['nowhere', 'favicon.ico', 'assets/nothing.js'],
}

/** All addresses of a pattern. `caseNumbers` stand for `:number`. */
export function addressesOf(pattern: string, caseNumbers: readonly number[]): readonly string[] {
  const changing = /:\w+|\*/.exec(pattern)?.[0]
  if (changing === undefined) return [pattern]
  const before = Object.keys(SAMPLES).find(sample => pattern.includes(`/${sample}`))
  const samples = changing === ':number' ? caseNumbers.map(String) : before === undefined ? undefined : SAMPLES[before]
  if (!samples) throw new Error(`say in scripts/fuzz/targets.ts what stands for ${changing} in ${pattern}`)
  return samples.flatMap(sample => addressesOf(pattern.replace(changing, sample), caseNumbers))
}
