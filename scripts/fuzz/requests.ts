import { filled, formsOf, type Form } from './forms.ts'
import { KINDS, MARK, type Kind } from './kinds.ts'
import type { Outgoing } from './outgoing.ts'
import { WHO, type People, type Who } from './people.ts'
import type { Random } from './random.ts'
import { send } from './send.ts'
import { addressesOf, type Target } from './targets.ts'

/** A request, and what a report says of it: nothing that is secret. */
export interface Made {
  readonly outgoing: Outgoing
  readonly who: Who
  readonly kind: Kind
}

/** Makes requests to all that a server answers. */
export interface RequestMaker {
  readonly make: (random: Random, kinds: readonly Kind[]) => Promise<Made>
}

const PLAIN = { headers: {}, fields: [], multipart: false, body: null, givenUp: false } as const

/** Opens every page once as each of the people, to learn which forms there are. */
export async function createRequestMaker(people: People, targets: readonly Target[]): Promise<RequestMaker> {
  const { office, cookieOf, caseNumbers } = people
  const port = Number(new URL(office.origin).port)
  const open = async (who: Who, path: string) =>
    formsOf((await send(port, { ...PLAIN, method: 'GET', path, headers: { Cookie: cookieOf(who) } })).text, path)
  const known = new Map<Who, readonly Form[]>()
  for (const who of WHO) {
    const forms = []
    for (const { pattern } of targets.filter(({ isPage }) => isPage))
      for (const path of addressesOf(pattern, caseNumbers())) forms.push(...(await open(who, path)))
    known.set(who, forms)
  }
  const lastPart = (path: string) => path.replace(/[?#].*/, '').replace(/.*\//, '')

  /** A form for an address: one of its page as it is now, or else a known form whose address ends alike, or else any known form. */
  async function formFor(who: Who, { isPage }: Target, path: string, random: Random): Promise<Form> {
    const now = isPage ? await open(who, path) : []
    const others = known.get(who) ?? []
    const alike = others.filter(({ action }) => lastPart(action) === lastPart(path))
    const choice = [now, alike, others].find(forms => forms.length > 0)
    return choice ? random.pick(choice) : { action: path, multipart: false, fields: [{ name: MARK, value: MARK, type: 'text' }] }
  }

  return {
    async make(random, kinds) {
      const who = random.pick(WHO)
      const target = random.pick(targets)
      const address = random.pick(addressesOf(target.pattern, caseNumbers()))
      const path = target.isPage && random.oneIn(4) ? `${address === '/' ? '/_root' : address}.data` : address
      const kind = random.pick(kinds)
      const headers = { Cookie: cookieOf(who), ...(random.oneIn(2) && { Origin: office.origin, Host: new URL(office.origin).host }) }
      const posts = target.acts ? !random.oneIn(4) : random.oneIn(10)
      const form = posts ? await formFor(who, target, address, random) : null
      const { action = path, multipart = false } = form ?? {}
      const outgoing: Outgoing = {
        ...PLAIN,
        method: form ? 'POST' : 'GET',
        // Another button of the page may send its form elsewhere.
        path: form && target.isPage && path === address ? action : path,
        headers,
        fields: form ? filled(form.fields, random) : [],
        multipart,
      }
      return { outgoing: KINDS[kind](outgoing, random), who, kind }
    },
  }
}
