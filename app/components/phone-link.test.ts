import { expect, test } from 'vitest'
import { telephoneAddress } from './phone-link.tsx'

test.each([
  ['1-800-555-0199', 'tel:+18005550199'],
  ['(555) 555-0123', 'tel:+15555550123'],
  ['988', 'tel:988'],
  ['211', 'tel:211'],
])('%s is called at %s', (number, address) => expect(telephoneAddress(number)).toBe(address))
