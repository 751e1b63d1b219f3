import { describe, expect, test } from 'vitest'
import { readSaidHours } from './said-hours.ts'

describe('hours of a week as people say them', () => {
  test.each([
    ['60', 60],
    ['37,5', 37.5],
    ['70 hours', 70],
    ['70 horas', 70],
    ['70 horas a la semana', 70],
    ['70hrs/week', 70],
    ['about 70 hours a week', 70],
    ['Más o menos 70 horas.', 70],
  ])('%s is the number %d itself', (typed, hours) => {
    expect(readSaidHours(typed)).toEqual({ low: hours, high: hours, workedOut: false })
  })

  test.each([
    ['60-80', 60, 80],
    ['60–80', 60, 80],
    ['60 to 80 hours', 60, 80],
    ['between 60 and 80', 60, 80],
    ['de 60 a 80 horas', 60, 80],
    ['entre 60 y 80', 60, 80],
    ['60 o 80', 60, 80],
  ])('%s is a range from %d to %d', (typed, low, high) => {
    expect(readSaidHours(typed)).toEqual({ low, high, workedOut: true })
  })

  test.each([
    ['12 hours a day, 6 days', 72, 72],
    ['12 hours a day 6 days a week', 72, 72],
    ['12 hours, 6 days', 72, 72],
    ['6 days a week, 12 hours a day', 72, 72],
    ['12 horas al día, 6 días', 72, 72],
    ['12 horas diarias 6 días a la semana', 72, 72],
    ['6 días de 12 horas', 72, 72],
    ['12 x 6', 72, 72],
    ['6 × 12', 72, 72],
    ['12 por 6', 72, 72],
    ['12h x 6d', 72, 72],
    ['١٢ x ٦', 72, 72],
    ['7.5 x 5', 37.5, 37.5],
    ['10 a day, 6 days', 60, 60],
    ['10 hours every day', 70, 70],
    ['10 horas todos los días', 70, 70],
    ['24/7', 168, 168],
    ['10-12 hours a day, 5-6 days', 50, 72],
    ['de 10 a 12 horas al día, 6 días', 60, 72],
  ])('%s is worked out to %d and %d', (typed, low, high) => {
    expect(readSaidHours(typed)).toEqual({ low, high, workedOut: true })
  })

  test.each(['10 a day', '10 hours a day', '10 horas al día', '10-12 horas diarias'])(
    '%s does not say the days, so they are asked',
    typed => {
      expect(readSaidHours(typed)).toEqual({ refused: 'check:errors.hoursDays' })
    },
  )

  test.each([
    'forty',
    '-4',
    '60+',
    'more than 60',
    'más de 60',
    '8am to 10pm',
    '12, 6',
    '12,6 days',
    '7½',
    '60 hours, 6 days',
    '12 hours a day, 8 days',
    'all day',
    `${'de '.repeat(40_000)}60`,
  ])('%.20s is not understood, and nothing is guessed', typed => {
    expect(readSaidHours(typed)).toEqual({ refused: 'check:errors.hoursNumber' })
  })
})
