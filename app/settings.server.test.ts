import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.server.ts'

describe('settings', () => {
  test('have defaults that keep the server on this machine', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', trustedProxies: 0, production: false })
    expect(settings.keyFile).toBe(path.join(settings.dataDirectory, 'master.key'))
    expect(new URL(settings.exitAddress).protocol).toBe('https:')
  })

  test('let the key lie on another disk than the data', () => {
    expect(readSettings({ DATA_DIR: '/srv/data', KEY_FILE: '/srv/key/k' })).toMatchObject({ dataDirectory: '/srv/data', keyFile: '/srv/key/k' })
  })

  test('keep training away from the port, the folder and the key of a real installation', () => {
    const real = { PORT: '8080', DATA_DIR: '/srv/data', KEY_FILE: '/srv/key/k' }
    expect(readSettings(real)).toMatchObject({ purpose: 'claims', port: 8080 })
    const training = readSettings(real, 'training')
    expect(training).toMatchObject({ purpose: 'training', port: 3001, dataDirectory: path.resolve('data-training') })
    expect(training.keyFile).toBe(path.join(training.dataDirectory, 'master.key'))
    expect(readSettings({ ...real, TRAINING_PORT: '3002', TRAINING_DATA_DIR: '/srv/training' }, 'training')).toMatchObject({
      port: 3002,
      dataDirectory: '/srv/training',
      keyFile: '/srv/training/master.key',
    })
    expect(() => readSettings({ TRAINING_PORT: 'x' }, 'training')).toThrow(/TRAINING_PORT/)
  })

  test.each([
    [{ PORT: 'abc' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
    [{ EXIT_URL: 'weather' }, /EXIT_URL/],
    [{ EXIT_URL: 'javascript:alert(1)' }, /EXIT_URL/],
  ])('refuse %o and say which one', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(SettingsError)
    expect(() => readSettings(environment)).toThrow(message)
  })
})
