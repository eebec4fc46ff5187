import { vi } from 'vitest'

/** Waits for a condition: until what is looked at throws no more, and for its answer. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 15_000, interval: 20 })
