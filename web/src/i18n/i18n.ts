import { watch } from 'vue'
import { createI18n, type LocaleMessages, type VueMessageType } from 'vue-i18n'
import { language, type Language } from './language'

type Messages = LocaleMessages<VueMessageType>[string]

const files = import.meta.glob<Messages>(['./*.json', '../*/*.json', '../desks/*/*.json'], { import: 'default' })
const loaded = new Set<string>()
/** The folders whose words are in use, each with the name that its words stand under. */
const folders = new Map<string, string | undefined>()

export const i18n = createI18n<false>({ legacy: false, locale: language.value, fallbackLocale: false, messages: {} })

/** The words of a desk, each desk under its own name: `healthWorker.households.title`. */
export function loadDeskMessages(desk: string): Promise<void> {
  return use(`../desks/${desk}`, desk)
}

/** The words of slices, those of each under its name, as a desk's are under the desk's. */
export async function loadSharedMessages(...slices: readonly string[]): Promise<void> {
  await Promise.all(slices.map((slice) => use(`../${slice}`, slice)))
}

export function loadCommonMessages(): Promise<void> {
  return use('.')
}

function use(folder: string, under?: string): Promise<void> {
  folders.set(folder, under)
  return load(language.value, folder, under)
}

async function load(of: Language, folder: string, under: string | undefined): Promise<void> {
  const file = `${folder}/${of}.json`
  const read = files[file]
  if (!read || loaded.has(file)) return
  const messages = await read()
  loaded.add(file)
  i18n.global.mergeLocaleMessage(of, under ? { [under]: messages } : messages)
}

async function show(chosen: Language): Promise<void> {
  await Promise.all([...folders].map(([folder, under]) => load(chosen, folder, under)))
  i18n.global.locale.value = chosen
}

watch(language, show)
