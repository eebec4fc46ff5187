/** An id that is made before sending: what is sent again after a lost answer carries the same one, and counts once. */
export const newId = (): string => crypto.randomUUID().replaceAll('-', '')
