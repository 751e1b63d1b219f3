import { describe, expect, test } from 'vitest'
import { formFields } from './form-field.server.ts'
import { fieldViews } from './field-view.server.ts'
import { fillPhone, isLikePhone, readPhone } from './typed-phone.ts'
import { getSentences } from '#app/i18n/resources.server.ts'
import { getQuestion } from '#machines/answers/questions/index.ts'

const read = (values: Readonly<Record<string, readonly string[]>>) => {
  const refused: string[] = []
  const phone = readPhone(values, 'phone', (field, key) => refused.push(`${field} ${key}`))
  return refused.length > 0 ? refused : phone
}

test.each(['555-0100', '(555) 555-0100', '+52 1 55 5555 0100', '٥٥٥ ٠١٠٠', '555.555.0100 ext. 12', '555-555-0100 x12'])(
  '%s is kept as a phone number',
  typed => {
    expect(read({ phone: [typed] })).toBeTypeOf('string')
  },
)

describe('what does not look like a phone number', () => {
  const ODD = ['555', '12345', 'none', 'ask at the desk', '555-O1OO', '1-800-FLOWERS', '555-0100 or 555-0101', '5550100555010055']

  test.each(ODD)('%s is asked about, and kept if the person says so', typed => {
    expect(isLikePhone(typed)).toBe(false)
    expect(read({ phone: [typed] })).toEqual(['phone claim:form.phone'])
    expect(read({ phone: [typed], 'phone-kept': ['on'] })).toBe(typed)
  })

  test.each(ODD)('%s that was stored before is not asked about again', typed => {
    expect(read(fillPhone('phone', typed))).toBe(typed)
  })

  test('is shown with a box that keeps it, and a number without one', () => {
    const boxOf = (values: Readonly<Record<string, readonly string[]>>) => {
      const [view] = fieldViews(
        { speech: { ...getSentences('en'), language: 'en' }, values, problems: [] },
        formFields(getQuestion('contact')),
      )
      return view && 'keep' in view ? view.keep && { label: view.keep.label, on: view.keep.on } : undefined
    }
    expect(boxOf({ phone: ['555'] })).toEqual({ label: 'Keep it as I wrote it', on: false })
    expect(boxOf(fillPhone('phone', '555'))).toEqual({ label: 'Keep it as I wrote it', on: true })
    expect(boxOf({ phone: ['555-0100'] })).toBeUndefined()
  })
})
