import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StatementPage } from '#app/features/casefile/statement-page.tsx'
import { statementView } from '#app/features/casefile/statement.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => statementView(context, request, params.number)

/** Shows a form that has to be corrected before the paper is made, with everything that was written. */
export const action = async ({ request, params, context }: ActionFunctionArgs) =>
  data(await statementView(context, request, params.number), { status: 422 })

export default function Statement() {
  const view = useLoaderData<typeof loader>()
  return <StatementPage view={useActionData<typeof action>() ?? view} />
}
