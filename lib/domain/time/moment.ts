const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as people at the desk read it: "25 Nov 2026, 23:10 UTC". Takes ISO 8601. */
export const formatMoment = (iso: string): string => `${FORMAT.format(new Date(iso))} UTC`
