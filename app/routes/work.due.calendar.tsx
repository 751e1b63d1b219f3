import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddressPage, CalendarPage } from '#app/features/due/calendar-page.tsx'
import { calendarView, changeCalendar } from '#app/features/due/calendar.server.ts'

export const loader = ({ request, context: { services } }: LoaderFunctionArgs) => calendarView(services, request)

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const result = await changeCalendar(services, request)
  if (result instanceof Response) throw result
  return data(result)
}

export default function Calendar() {
  const view = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  return made ? <AddressPage address={made.address} /> : <CalendarPage view={view} />
}
