import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { figuresView } from '#app/features/records/figures.server.ts'
import { FiguresPage } from '#app/features/records/figures-page.tsx'
import recordStyles from '../styles/records.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: recordStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => figuresView(context, request)

export default function CaseFigures() {
  return <FiguresPage view={useLoaderData<typeof loader>()} />
}
