import { shownTheme } from '@/shell/theme'

/**
 * One hue, evenly lighter to darker (in the dark theme the other way), so that it reads without seeing colours; texts on it have the ink
 * that is legible.
 */
const light = {
  fills: ['#e8f3f1', '#b5d9d2', '#77b5aa', '#38877b', '#0b4f46'],
  inks: ['#16211f', '#16211f', '#16211f', '#ffffff', '#ffffff'],
  none: '#e4e4e4',
  noneInk: '#4c4c4c',
}
const dark = {
  fills: ['#17352f', '#22584f', '#348577', '#5fb9aa', '#a8ebe0'],
  inks: ['#e7efed', '#ffffff', '#ffffff', '#06231e', '#06231e'],
  none: '#3a4040',
  noneInk: '#e7efed',
}

export function colourOf(step: number | undefined): { fill: string; ink: string } {
  const ramp = shownTheme.value === 'dark' ? dark : light
  return step === undefined ? { fill: ramp.none, ink: ramp.noneInk } : { fill: ramp.fills[step]!, ink: ramp.inks[step]! }
}
