const names = [
  'ink',
  'ink-soft',
  'surface',
  'surface-raised',
  'surface-sunken',
  'border',
  'border-strong',
  'primary',
  'good-soft',
  'danger',
  'danger-soft',
  'notice',
  'series-1',
  'series-2',
  'series-3',
] as const

export type ThemeColours = Record<(typeof names)[number], string> & { font: string }

/** The tokens' colours as they are now, for what is drawn on a canvas and takes no custom properties. */
export function paint(): ThemeColours {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as ThemeColours
  return { ...colours, font: getComputedStyle(document.body).fontFamily }
}
