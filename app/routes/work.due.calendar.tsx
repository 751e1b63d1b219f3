import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddressPage, CalendarPage } from '#app/features/due/calendar-page.tsx'
import { calendarView, changeCalendar } from '#app/features/due/calendar.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => calendarView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeCalendar(context, request)
  if (result instanceof Response) throw result
  return data(result)
}

export default function Calendar() {
  const view = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  return made ? <AddressPage address={made.address} /> : <CalendarPage view={view} />
}
