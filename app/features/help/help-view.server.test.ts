import { describe, expect, test } from 'vitest'
import { CENTERS } from '#machines/law/centers.ts'
import { HOTLINES } from '#machines/law/contacts.ts'
import { findCenter, helpView } from './help-view.server.ts'

describe('the help page', () => {
  test('shows every line once, the ones for trafficking first', () => {
    const ids = helpView('en').groups.flatMap(group => group.lines.map(line => line.id))
    expect(ids[0]).toBe('national-ht-hotline')
    expect([...ids].sort()).toEqual(HOTLINES.map(({ id }) => id).sort())
  })

  test('names the word to text in the language of the page', () => {
    const word = (language: 'en' | 'es') =>
      helpView(language)
        .groups.flatMap(group => group.lines)
        .find(line => line.id === 'crisis-text')?.text?.word
    expect([word('en'), word('es')]).toEqual(['HOME', 'HOLA'])
  })

  test('warns only of numbers that were read elsewhere', () => {
    const warned = helpView('en')
      .groups.flatMap(group => group.lines)
      .filter(line => line.mayHaveChanged)
    expect(warned.map(line => line.id)).toContain('988')
    expect(warned.map(line => line.id)).not.toContain('national-ht-hotline')
  })

  test('offers all 58 counties', () => {
    expect(helpView('en').counties.length).toBe(58)
    for (const { county } of CENTERS) {
      const center = findCenter(county, 'en')
      // Every county has a number to call, even if its own number is not known.
      expect(center?.phone ?? center?.fallback[0]?.phone, county).toMatch(/\d{3}/)
    }
  })

  test('shows the center if its number is known, and otherwise the two statewide lines', () => {
    expect(findCenter('Alameda', 'en')).toMatchObject({ phone: '(510) 272-6180', mayHaveChanged: true, fallback: [] })
    const alpine = findCenter('Alpine', 'en')
    expect(alpine).toMatchObject({ phone: null, name: null })
    expect(alpine?.fallback.map(line => line.phone)).toEqual(['1-800-777-9229', '1-800-842-8467'])
  })

  test('finds no center for a name that is not a county of California', () => {
    for (const name of ['alameda', 'Clark', '', null, 7]) expect(findCenter(name, 'en')).toBeNull()
  })
})
