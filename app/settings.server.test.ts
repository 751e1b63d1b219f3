import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.server.ts'

describe('settings', () => {
  test('have defaults that keep the server on this machine', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', trustedProxies: 0, production: false, formEditing: false })
    expect(readSettings({ FORM_EDITING: 'on' }).formEditing).toBe(true)
    expect(settings.keyFile).toBe(path.join(settings.dataDirectory, 'master.key'))
    expect(new URL(settings.exitAddress).protocol).toBe('https:')
  })

  test('make printed links begin with the port of this machine, or with the address that is set', () => {
    expect(readSettings({ PORT: '8080' }).siteAddress).toBe('http://localhost:8080')
    expect(readSettings({ SITE_URL: 'https://claims.example/' }).siteAddress).toBe('https://claims.example')
    expect(() => readSettings({ SITE_URL: 'claims.example' })).toThrow(/SITE_URL/)
  })

  test('allow a key on another disk than the data', () => {
    expect(readSettings({ DATA_DIR: '/srv/data', KEY_FILE: '/srv/key/k' })).toMatchObject({
      dataDirectory: '/srv/data',
      keyFile: '/srv/key/k',
    })
  })

  test('keep training away from the port, the folder, the database and the key of a real installation', () => {
    const real = { PORT: '8080', DATA_DIR: '/srv/data', KEY_FILE: '/srv/key/k', DATABASE_URL: 'postgres://app:secret@db/claims' }
    expect(readSettings(real)).toMatchObject({ purpose: 'claims', port: 8080, databaseUrl: real.DATABASE_URL })
    const training = readSettings(real, 'training')
    expect(training).toMatchObject({ purpose: 'training', port: 3001, databaseUrl: null, dataDirectory: path.resolve('data-training') })
    expect(training.keyFile).toBe(path.join(training.dataDirectory, 'master.key'))
    expect(readSettings({ ...real, TRAINING_PORT: '3002', TRAINING_DATA_DIR: '/srv/training' }, 'training')).toMatchObject({
      port: 3002,
      dataDirectory: '/srv/training',
      keyFile: '/srv/training/master.key',
    })
    expect(() => readSettings({ TRAINING_PORT: 'x' }, 'training')).toThrow(/TRAINING_PORT/)
  })

  test('never repeat an address of a database, which can hold a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'http://app:hunter2@db/claims' })).toThrow(/^(?!.*hunter2).*DATABASE_URL/)
  })

  test('accept trusted proxies by their number or by their addresses', () => {
    expect(readSettings({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
    expect(readSettings({ TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/24, fd00::5' }).trustedProxies).toEqual([
      '10.0.0.5',
      '10.1.0.0/24',
      'fd00::5',
    ])
  })

  test.each([
    [{ PORT: 'abc' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: '11' }, /TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: 'true' }, /TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: '10.0.0.5,' }, /TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, /TRUSTED_PROXIES/],
    [{ DATABASE_URL: 'mysql://host/claims' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'claims.sqlite' }, /DATABASE_URL/],
    [{ FORM_EDITING: 'yes' }, /FORM_EDITING/],
    [{ EXIT_URL: 'weather' }, /EXIT_URL/],
    [{ EXIT_URL: 'javascript:alert(1)' }, /EXIT_URL/],
  ])('refuse %o and say which one', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(SettingsError)
    expect(() => readSettings(environment)).toThrow(message)
  })
})
