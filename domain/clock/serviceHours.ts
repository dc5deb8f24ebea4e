/** Minutes of the day, Shanghai time; null: nobody answers on that day. */
export type DayHours = { from: number; to: number } | null

/** Monday to Sunday. */
export type ServiceHours = [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]

const DAY = { from: 8 * 60, to: 22 * 60 }

/** 8:00–22:00 every day [spec: case, clocks, "respond"]. */
export const USUAL_HOURS: ServiceHours = [DAY, DAY, DAY, DAY, DAY, DAY, DAY]

/** Minutes in a day; 24:00 is the end of one. */
export const DAY_MINUTES = 24 * 60
