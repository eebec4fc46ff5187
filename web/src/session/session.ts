import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiProblem, NoConnection } from '@/api/problem'
import { answer, createApi, type Schemas } from '@/api/client'
import { language } from '@/i18n/language'
import { useConnection } from '@/offline/connection'
import { database } from '@/offline/database'
import { ownerOf, Vaults, type Vault } from '@/offline/vault'
import { announceSignOut, onSignedOutElsewhere } from './signOutChannel'
import { saveToWindow, readFromWindow, clearWindow } from './windowSession'

export type User = Schemas['User']
export type Role = Schemas['Role']
type Session = Schemas['Session']

/** The password opens the service, and not what this phone kept: it was changed elsewhere. */
export class OldPasswordNeeded extends Error {}

/** Who works at the door keeps things on the phone, and physicians read without signal what they have seen; nobody else does. */
const keepsThings = (user: User): boolean => user.role === 'healthWorker' || user.role === 'physician'

/** What a health worker enters without signal waits on the phone. Physicians decide on what is so now. */
const queuesThings = (user: User): boolean => user.role === 'healthWorker'

export const useSession = defineStore('session', () => {
  const vaults = new Vaults(database)
  const session = shallowRef<Session>()
  const userName = ref('')
  const vault = shallowRef<Vault>()
  const isAsking = ref(false)
  let asked: { promise: Promise<boolean>; resolve: (signedIn: boolean) => void } | undefined

  const user = computed(() => session.value?.user)
  /** Where what is entered without signal waits; of nobody else. */
  const queue = computed(() => (user.value && !queuesThings(user.value) ? undefined : vault.value))
  const token = computed(() => session.value?.accessToken)
  const api = createApi({ token: () => undefined, language: () => language.value, heard: (reached) => useConnection().heard(reached) })

  /** With signal at the service; without it by opening what this phone kept. */
  async function signIn(name: string, password: string, oldPassword?: string): Promise<void> {
    try {
      const { data } = await answer(api.POST('/api/sign-in', { body: { userName: name, password } }))
      await openVault(name, password, data, oldPassword)
      await begin(name, data)
    } catch (fault) {
      if (!(fault instanceof NoConnection) && !(fault instanceof ApiProblem && fault.status >= 500)) throw fault
      if (!(await unlockWithoutSignal(name, password))) throw fault
    }
  }

  async function openVault(name: string, password: string, given: Session, oldPassword?: string): Promise<void> {
    vault.value = undefined
    if (!keepsThings(given.user)) return
    const opened = await vaults.unlock(name, password)
    if (opened) {
      await vaults.keepSession(opened, given)
      vault.value = opened
    } else if (opened === null) {
      vault.value = await vaults.create(name, password, given).catch(() => undefined)
    } else if (!queuesThings(given.user)) {
      // Nothing waits there to be sent: under another password it begins anew.
      await database.forget(await ownerOf(name))
      vault.value = await vaults.create(name, password, given).catch(() => undefined)
    } else {
      const old = oldPassword === undefined ? undefined : await vaults.unlock(name, oldPassword)
      if (!old) throw new OldPasswordNeeded()
      await vaults.lock(old, password, given)
      vault.value = old
    }
  }

  async function unlockWithoutSignal(name: string, password: string): Promise<boolean> {
    const opened = await vaults.unlock(name, password)
    if (opened === undefined) throw new ApiProblem(401, 'wrong-password-offline', '')
    if (!opened) return false
    const kept = await vaults.sessionOf<Session>(opened)
    if (!kept) return false
    vault.value = opened
    await begin(name, kept)
    return true
  }

  async function begin(name: string, given: Session): Promise<void> {
    userName.value = name
    session.value = given
    await saveToWindow({ userName: name, session: given, vault: vault.value })
    isAsking.value = false
    asked?.resolve(true)
    asked = undefined
  }

  /** After a reload of the page, or in another window of a browser where somebody is signed in. */
  async function restore(): Promise<void> {
    const kept = await readFromWindow()
    if (!kept) return
    // A phone puts windows away and brings them back long after: somebody may have signed out in another one.
    if (kept.vault && !(await vaults.isHeld(kept.vault))) return clearWindow()
    userName.value = kept.userName
    vault.value = kept.vault
    session.value = kept.session
  }

  /** Opens the dialog over the page; whoever else waits, waits for the same one. */
  function askToSignIn(): Promise<boolean> {
    if (!asked) {
      let resolve: (signedIn: boolean) => void = () => undefined
      const promise = new Promise<boolean>((done) => (resolve = done))
      asked = { promise, resolve }
      isAsking.value = true
    }
    return asked.promise
  }

  function giveUpAsking(): void {
    isAsking.value = false
    asked?.resolve(false)
    asked = undefined
  }

  async function changePassword(present: string, password: string): Promise<void> {
    const own = createApi({ token: () => token.value, language: () => language.value })
    const { data } = await answer(own.PUT('/api/me/password', { body: { present, password } }))
    if (vault.value) await vaults.lock(vault.value, password, data)
    await begin(userName.value, data)
  }

  /** Everything this user kept on this phone goes with it, and what is open in other windows. */
  async function signOut(): Promise<void> {
    const owner = await ownerOf(userName.value)
    try {
      if (vault.value) await database.forget(owner)
    } finally {
      // What a broken disk does not let go of stays sealed, under the password.
      announceSignOut(owner)
      leave()
    }
  }

  /** To a fresh page: nothing of the one who left stays in memory. */
  function leave(): void {
    clearWindow()
    location.assign('/')
  }

  /** Starts anew on this phone, when nobody knows the password that opens what is kept. */
  async function forgetKept(name: string): Promise<void> {
    const owner = await ownerOf(name)
    await database.forget(owner)
    announceSignOut(owner)
  }

  onSignedOutElsewhere(async (owner) => {
    if (user.value && (await ownerOf(userName.value)) === owner) leave()
  })

  return { user, token, userName, vault, queue, isAsking, signIn, restore, askToSignIn, giveUpAsking, changePassword, signOut, forgetKept }
})
