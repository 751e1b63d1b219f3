import type { Random } from './random.ts'

/** A field of a form, with the value that it has in the page. */
export interface Field {
  readonly name: string
  readonly value: string
  /** Of the radio buttons with one name, one is sent; a checkbox may be sent or not; a hidden field is sent as it is. */
  readonly type: string
}

/** A form of a page, as one of its buttons sends it. */
export interface Form {
  readonly action: string
  readonly multipart: boolean
  readonly fields: readonly Field[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const decoded = (text: string) => text.replace(/&(\w+|#x?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** The value of an attribute of a tag; `null` where it is not there. */
function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag)
  return found ? decoded(found[1] ?? '') : null
}

/** All forms of a page that are sent by POST, one for each of their buttons, with every choice that they offer. */
export function formsOf(html: string, address: string): readonly Form[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const [opening = ''] = /<form\b[^>]*>/.exec(form) ?? []
    if (attribute(opening, 'method')?.toLowerCase() !== 'post') return []
    const fields = fieldsOf(form)
    const buttons = [...form.matchAll(/<button\b[^>]*>/g)].map(([button]) => button)
    return (buttons.length > 0 ? buttons : ['']).map(button => ({
      action: attribute(button, 'formaction') ?? (attribute(opening, 'action') || address),
      multipart: attribute(opening, 'enctype') === 'multipart/form-data',
      fields: [...fields, ...named(button, 'hidden')],
    }))
  })
}

function named(tag: string, type: string, value = attribute(tag, 'value') ?? ''): readonly Field[] {
  const name = attribute(tag, 'name')
  return name === null ? [] : [{ name, value, type }]
}

function fieldsOf(form: string): readonly Field[] {
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => named(tag, attribute(tag, 'type') ?? 'text'))
  const areas = [...form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = '', text = '']) =>
    named(tag, 'text', decoded(text)),
  )
  const selects = [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].flatMap(([, tag = '', options = '']) =>
    [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => named(tag, 'radio', attribute(option, 'value') ?? '')),
  )
  return [...inputs, ...areas, ...selects].flat()
}

/** Texts that a person may write into a field. */
const TEXTS = [
  '',
  '7',
  '40',
  '15.50',
  '1',
  '6',
  '2024',
  '2026',
  '2024-03',
  'labor',
  'Invented words',
  'Calle Ejemplo 1',
  '90001',
  'yes',
  'no',
] as const

/** Sends a form as a person might: one of each choice, and perhaps something else in a field. */
export function filled(fields: readonly Field[], random: Random): readonly (readonly [name: string, value: string])[] {
  const radios = new Map<string, Field>()
  for (const name of new Set(fields.filter(({ type }) => type === 'radio').map(field => field.name)))
    radios.set(name, random.pick(fields.filter(field => field.name === name && field.type === 'radio')))
  return fields
    .filter(field => (field.type === 'radio' ? radios.get(field.name) === field : field.type !== 'checkbox' || random.oneIn(2)))
    .map(({ name, value, type }) => [
      name,
      type !== 'hidden' && type !== 'radio' && type !== 'checkbox' && random.oneIn(3) ? random.pick(TEXTS) : value,
    ])
}
