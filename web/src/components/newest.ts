/**
 * Tells the newest of several questions: a slower answer to an older one comes too late and changes nothing. Called when something is
 * asked, or was answered by what was done; what it returns says whether nothing newer has come since.
 */
export function newestOnly(): () => () => boolean {
  let newest = 0
  return () => {
    const own = ++newest
    return () => own === newest
  }
}
