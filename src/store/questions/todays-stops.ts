/** The stops of a case that are in force on a day, between commas, out of the columns of `p_case c`. */
export function todaysStops(today: string): string {
  return `replace(replace(c.stops,
            case when c.paused_until > ${today} then ' ' else ',pause,' end, ','),
            case when c.moved_out <= ${today} then ' ' else ',moved-out,' end, ',')`;
}

/** Whether a text of such stops names any: none at all is commas without a word between them. */
export function hasStops(stops: string): string {
  return `btrim(${stops}, ',') <> ''`;
}
