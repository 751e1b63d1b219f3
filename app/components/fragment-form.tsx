import { Form } from '@remix-run/react'
import type { FormHTMLAttributes } from 'react'

/**
 * A form that is sent to its own address. Where it keeps the fragment, the browser sends it by itself, and not Remix: browsers take what
 * stands after "#" in an address along to the page that the answer leads to, and send it to no server. It works the same without JavaScript.
 */
export function FragmentForm({
  keepsFragment,
  ...form
}: { readonly keepsFragment: boolean } & Pick<
  FormHTMLAttributes<HTMLFormElement>,
  'className' | 'noValidate' | 'autoComplete' | 'children'
>) {
  // An address of its own would stand in the form without the fragment.
  return keepsFragment ? <form method="post" {...form} /> : <Form method="post" {...form} />
}
