import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claimFileJsonSchema, parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import { isLeftOut, LEFT_OUT, leafPaths, printedPaths } from './claim-paths.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'

const EXAMPLES = ['rosa-alone', 'minor-with-guardian', 'advocate-ongoing']

function read(name: string): ClaimFile {
  const parsed = parseClaimFile(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')), '2026-11-23')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.claim
}

/** A family member's claim. No example file has this kind of filer. */
const FAMILY: ClaimFile = {
  version: 1,
  filer: 'family-member',
  claimant: {
    capacity: 'derivative-victim',
    relationship: 'Sister',
    firstName: 'Inés',
    middleName: 'B.',
    lastName: 'Ejemplo',
    birthDate: '1980-01',
    phone: '555-0130',
    mailingAddress: { street: '5 Example Street', unit: '1', city: 'Example City', state: 'CA', zip: '00000' },
  },
  victim: {
    firstName: 'Rosa',
    middleName: 'M.',
    lastName: 'Ejemplo',
    otherNames: 'Rosita',
    birthDate: '1994',
    died: true,
    deathDate: '2023-07-01',
    preferredLanguage: 'Spanish',
  },
  otherLosses: [{ kind: 'funeral-burial', amountCents: 350000, detail: 'Example Chapel' }],
}

/** The path of every answer in the schema, with `*` for the entries of a list. */
function schemaLeaves(schema: { properties?: object; items?: object; anyOf?: object[] }, prefix = ''): string[] {
  const below = (inner: object, path: string) => schemaLeaves(inner, path)
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, inner]) => below(inner as object, prefix ? `${prefix}.${key}` : key))
  if (schema.items) return below(schema.items, `${prefix}.*`)
  const shapes = schema.anyOf?.filter(shape => 'properties' in shape) ?? []
  return shapes.length > 0 ? shapes.flatMap(shape => below(shape, prefix)) : [prefix]
}

const general = (path: string) => path.replaceAll(/\.\d+/g, '.*')

describe('the answers of a claim', () => {
  test.each([...EXAMPLES.map(name => [name, read(name)] as const), ['a family member', FAMILY] as const])(
    'of %s all stand in the packet or are left out on purpose',
    (_, claim) => {
      const printed = printedPaths(claimView({ claim, today: '2026-11-23' }))
      expect(leafPaths(claim).filter(path => !printed.has(path) && !isLeftOut(path, claim))).toEqual([])
      expect([...printed].filter(path => !leafPaths(claim).includes(path))).toEqual([])
    },
  )

  test('the examples and the family member use every field of the claim file', () => {
    const used = new Set([...EXAMPLES.map(read), FAMILY].flatMap(claim => leafPaths(claim).map(general)))
    const fields = schemaLeaves(claimFileJsonSchema()).filter(path => path !== 'leftOpen')
    expect(fields.length).toBeGreaterThan(80)
    expect(fields.filter(path => !used.has(path))).toEqual([])
  })

  test('an answer that is left out has a reason', () => {
    for (const { why } of LEFT_OUT) expect(why.length).toBeGreaterThan(20)
    expect(isLeftOut('victim.residenceAddress.city', read('advocate-ongoing'))).toBe(true)
    expect(isLeftOut('victim.residenceAddress.city', read('rosa-alone'))).toBe(false)
    expect(isLeftOut('claimant.phone', FAMILY)).toBe(false)
  })

  test('an empty list and null count as answers, an absent part does not', () => {
    expect(leafPaths({ work: [], representative: null, victim: {}, crime: { kinds: ['labor'] } })).toEqual([
      'work',
      'representative',
      'crime.kinds.0',
    ])
  })
})
