import { test as base, type Page } from '@playwright/test'
import { expect, watchPage } from './fixtures.ts'
import type { Office } from './office.ts'

/**
 * A test that fails on errors in the console, and on what may be stored.
 * @param getOffice the group under test; it is made when the tests begin
 * @param expected what Chromium reports of answers to wrong forms, and to pages that somebody may not open, as if a file were missing
 * @param watch looks for more, and says what it found
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
