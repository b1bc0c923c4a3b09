/** Calendars that one person may be subscribed to at a time: one or two for each device. */
export const calendarLimit = 20
