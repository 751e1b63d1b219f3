import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToStatement, makeStatement } from '#app/features/casefile/statement.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => leadToStatement(context, request, params.number)

export const action = ({ request, params, context }: ActionFunctionArgs) => makeStatement(context, request, params.number)
