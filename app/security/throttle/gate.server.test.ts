import { expect, test } from 'vitest'
import { createGate } from './gate.server.ts'

test('a gate runs few tasks at once, lets few wait in order, refuses the rest, and goes on after a failure', async () => {
  const gate = createGate(2, 2)
  const log: string[] = []
  const ends = new Map<string, (failed?: boolean) => void>()
  const task = (name: string) =>
    gate.run(async () => {
      log.push(name)
      await new Promise<void>((resolve, reject) => ends.set(name, failed => (failed ? reject(new Error(name)) : resolve())))
      return name
    })
  const [first, second, third, fourth] = [task('first'), task('second'), task('third'), task('fourth')]
  await expect(task('fifth')).resolves.toEqual({ ok: false })
  expect(log).toEqual(['first', 'second'])

  ends.get('second')?.(true)
  await expect(second).rejects.toThrow('second')
  expect(log).toEqual(['first', 'second', 'third'])
  ends.get('first')?.()
  await expect(first).resolves.toEqual({ ok: true, value: 'first' })
  expect(log).toEqual(['first', 'second', 'third', 'fourth'])
  ends.get('third')?.()
  ends.get('fourth')?.()
  await Promise.all([third, fourth])

  const sixth = task('sixth')
  expect(log.at(-1)).toBe('sixth')
  ends.get('sixth')?.()
  await expect(sixth).resolves.toEqual({ ok: true, value: 'sixth' })
})
