import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInPage } from '#app/features/casework/sign-in-page.tsx'
import { signIn, signInView } from '#app/features/casework/sign-in.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { view, headers } = await signInView(context, request)
  return data(view, { headers })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await signIn(context.services, request, context.clientAddress)
  if (result instanceof Response) throw result
  return data(result, { status: result.problem === 'slow-down' ? 429 : 422 })
}

export default function SignIn() {
  return <SignInPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
