/** One measured number. */
export interface Figure {
  /** e.g. `roundTrips.file` */
  name: string
  value: number
  unit: 'bytes' | 'calls' | 'nodes' | 'deep' | 'requests' | 'waves' | 'documents' | 'per second' | 'ms' | 'times'
  /** What the number is held against, in the same unit and from the same run; null where there is nothing. */
  yardstick: Yardstick | null
}

export interface Yardstick {
  value: number
  /** Where it comes from, in words. */
  of: string
}

/** @returns value ÷ yardstick, to three digits; null without a yardstick */
export function ratioOf({ value, yardstick }: Figure): number | null {
  return yardstick === null || yardstick.value === 0 ? null : Number((value / yardstick.value).toPrecision(3))
}
