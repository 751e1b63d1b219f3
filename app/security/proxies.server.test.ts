import { describe, expect, test } from 'vitest'
import { networkOf, UNKNOWN_NETWORK } from './proxies.server.ts'

describe('the network that tries are counted under', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:192.0.2.7', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('differs between two neighbouring /64 networks, and is the same for all addresses within one', () => {
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    const within = Array.from({ length: 500 }, (_, index) => networkOf(`2001:db8:1:2:${index.toString(16)}:a:b:c`))
    expect(new Set(within)).toEqual(new Set(['2001:db8:1:2::/64']))
  })

  test.each(['', 'unknown', '192.0.2.7:4711', '[2001:db8::1]', '192.0.2', 'a.example', '2001:db8::g'])(
    'of %j, which is no address, is the one of all unreadable addresses',
    text => {
      expect(networkOf(text)).toBe(UNKNOWN_NETWORK)
    },
  )
})
