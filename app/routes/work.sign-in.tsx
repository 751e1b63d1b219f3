import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInPage } from '#app/features/casework/sign-in-page.tsx'
import { signIn, signInView } from '#app/features/casework/sign-in.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const { view, headers } = await signInView(services, request)
  return data(view, { headers })
}

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const result = await signIn(services, request, clientAddress)
  if (result instanceof Response) throw result
  return data(result, { status: result.problem === 'slow-down' ? 429 : 422 })
}

export default function SignIn() {
  return <SignInPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
