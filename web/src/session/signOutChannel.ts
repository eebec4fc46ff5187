/**
 * Whoever signs out on a phone or a computer that others use has signed out in all its windows. They are told who it was by a
 * digest, never by a name.
 */
const channel = new BroadcastChannel('alleviation-sign-out')

export const announceSignOut = (owner: string): void => channel.postMessage(owner)

/** Never called in the window that told. */
export function onSignedOutElsewhere(signedOut: (owner: string) => Promise<void>): void {
  channel.addEventListener('message', ({ data }) => void signedOut(String(data)))
}
