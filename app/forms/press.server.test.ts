import { describe, expect, test } from 'vitest'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { button, press, readSent } from './press.server.ts'
import { agreed, choice, code, day, words } from './sent-fields.ts'
import { readSentForm } from './sent-form.server.ts'

const send = (fields: readonly (readonly [string, string])[]) =>
  readSentForm(
    new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields.map(([name, text]) => [name, text])) }),
    SMALL_FORM,
  )

const FIELDS = {
  heard: words(5, 'heard wrong'),
  note: words(5, 'note wrong', { orNone: true }),
  code: code('code wrong'),
  way: choice(['paper', 'phone'], 'way wrong'),
  day: day('day wrong', '2026-11-23'),
  sure: agreed('sure wrong'),
}

describe('the fields of a form with buttons', () => {
  test('are read by their kinds', async () => {
    const form = await send([
      ['heard', ' Rosa\u00a0'],
      ['code', '۱۲ ۳۴'],
      ['way', 'phone'],
      ['day', '２０２６-11-23'],
      ['sure', 'on'],
    ])
    expect(readSent(form, FIELDS)).toEqual({
      values: { heard: 'Rosa', note: '', code: '1234', way: 'phone', day: '2026-11-23', sure: true },
      problems: [],
    })
  })

  test('are refused one by one with their own sentences, and come back as they were typed', async () => {
    const form = await send([
      ['heard', ' Rosa M. '],
      ['note', 'a long note'],
      ['way', 'toString'],
      ['day', '2026-11-24'],
    ])
    expect(readSent(form, FIELDS).problems).toEqual([
      { field: 'heard', key: 'heard wrong', params: { most: 5 } },
      { field: 'note', key: 'note wrong', params: { most: 5 } },
      { field: 'code', key: 'code wrong' },
      { field: 'way', key: 'way wrong' },
      { field: 'day', key: 'day wrong' },
      { field: 'sure', key: 'sure wrong' },
    ])
    expect(form.typed).toEqual({ heard: ' Rosa M. ', note: 'a long note', way: 'toString', day: '2026-11-24' })
  })
})

describe('a button of a form', () => {
  test('does what it says if its fields are valid, and refuses otherwise', async () => {
    const pressed = async (name: string) => {
      const form = await send([
        ['intent', 'save'],
        ['name', name],
      ])
      const save = button(
        form,
        { name: words(5, 'wrong') },
        values => `saved ${values.name}`,
        problems => problems,
      )
      return press<unknown>(form.intent, { save, remove: () => 'removed' })
    }
    expect(await pressed('Rosa')).toBe('saved Rosa')
    expect(await pressed('')).toEqual([{ field: 'name', key: 'wrong', params: { most: 5 } }])
  })

  test.each(['steal', 'toString', '__proto__', 'constructor', ''])(
    'gets 400 if the form has no "%s", after the caller was asked for permission',
    async intent => {
      const asked: string[] = []
      const ask = () => Promise.resolve(asked.push('asked'))
      await expect(press(intent, { save: () => asked.push('saved') }, ask)).rejects.toMatchObject({ status: 400 })
      expect(asked).toEqual(['asked'])
    },
  )
})
