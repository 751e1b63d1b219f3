import { Form, useFormAction, useLocation, type FormProps } from '@remix-run/react'
import type { FormHTMLAttributes } from 'react'
import { hydrates } from './hydrates.ts'
import { UnansweredNotice } from './unanswered-notice.tsx'

/**
 * A form of a plain page. If our script runs, it sends the form (`app/browser/press.ts`), so that everything typed is still there if no answer
 * comes. The notice that says so is already in the page. Where a page that hydrates shows the same form, Remix sends it.
 */
export function PressForm({
  keepsFragment = false,
  children,
  ...form
}: {
  /** Whether what stands after "#" in the page's address goes along to the page that the answer leads to. */
  readonly keepsFragment?: boolean
  readonly encType?: FormProps['encType']
} & Omit<FormHTMLAttributes<HTMLFormElement>, 'encType' | 'method'>) {
  const own = useFormAction()
  const { pathname } = useLocation()
  if (hydrates(pathname))
    return (
      <Form method="post" {...form}>
        {children}
      </Form>
    )
  return (
    // Without an address of its own a form is sent to the page's, with what stands after "#" in it.
    <form method="post" action={keepsFragment ? undefined : own} data-press {...form}>
      <UnansweredNotice />
      {children}
    </form>
  )
}
