// Thirty-two, without those that are taken for one another when read from paper.
const Letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A hundred bits in four groups of five: to be read out or written down once, and changed by its owner. */
export function newPassword(random: Uint8Array = crypto.getRandomValues(new Uint8Array(20))): string {
  const letters = [...random].map((byte) => Letters[byte % Letters.length]).join('')
  return letters.match(/.{5}/g)!.join('-')
}
