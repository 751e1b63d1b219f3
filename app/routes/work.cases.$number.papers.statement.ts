import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToStatement, makeStatement } from '#app/features/casefile/statement.server.ts'

export const loader = ({ request, params, context: { services } }: LoaderFunctionArgs) => leadToStatement(services, request, params.number)

export const action = ({ request, params, context: { services } }: ActionFunctionArgs) => makeStatement(services, request, params.number)
