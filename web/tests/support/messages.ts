/** The texts of the app by file, and the sources that ask for them. */
export const files = import.meta.glob<Record<string, unknown>>('/src/**/{zh-CN,en}.json', { eager: true, import: 'default' })
export const sources = import.meta.glob<string>('/src/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
export const folders = [...new Set(Object.keys(files).map((file) => file.replace(/[^/]+$/, '')))]

/** All texts with the path of each, however deep they stand. */
export function texts(messages: unknown, path = ''): [string, string][] {
  return typeof messages === 'string'
    ? [[path, messages]]
    : Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

export const nameOf = (folder: string): string => folder.split('/').at(-2)!

/** All texts of the app, each with the key by which it is asked for. */
export const textsByKey = (language: 'zh-CN' | 'en'): [string, string][] =>
  folders.flatMap((folder) =>
    texts(files[`${folder}${language}.json`]).map(([key, text]): [string, string] => [
      nameOf(folder) === 'i18n' ? key : `${nameOf(folder)}.${key}`,
      text,
    ]),
  )
