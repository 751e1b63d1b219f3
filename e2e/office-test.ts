import { test as base, type Page } from '@playwright/test'
import { expect, watchPage } from './fixtures.ts'
import type { Office } from './office.ts'

/**
 * A test that fails on an error in the console and on a response that could be stored.
 * @param getOffice returns the organization under test, which exists only once the tests have begun
 * @param expected reports of Chromium that are no faults: it reports refused forms and pages as if a file were missing
 * @param watch looks for further faults and returns them
 */
export const officeTest = (
  getOffice: () => Office,
  expected: RegExp,
  watch: (page: Page, tell: (fault: string) => void) => void = () => undefined,
) =>
  base.extend<{ watched: void }>({
    watched: [
      async ({ page }, use) => {
        const faults = watchPage(page, getOffice().origin, expected)
        watch(page, fault => void faults.push(fault))
        await use()
        expect(faults).toEqual([])
      },
      { auto: true },
    ],
  })
