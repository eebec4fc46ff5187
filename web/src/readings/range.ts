/** `3.5 – 5.3`, or one limit alone. */
export function rangeOf({ low, high }: { low?: number; high?: number }): string {
  if (low === undefined && high === undefined) return ''
  return low === undefined ? `≤ ${high}` : high === undefined ? `≥ ${low}` : `${low} – ${high}`
}
