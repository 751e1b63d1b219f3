import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedFile } from '#app/features/due/feed.server.ts'

export const loader = ({ params, context: { services, clientAddress } }: LoaderFunctionArgs) =>
  feedFile(services, params.file ?? '', clientAddress)
