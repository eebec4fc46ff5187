import type { EChartsCoreOption } from 'echarts/core'
import type { ThemeColours } from '@/charts/themeColours'
import { tick } from '@/i18n/formats'
import type { Band } from './bands'
import type { Series } from './series'

const Day = 86_400_000
const Year = 365 * Day

/** The time that is shown: a little more than the readings', so that no value stands on the edge, and no day is named twice. */
function timeAxis(readings: Series['readings']) {
  const times = readings.map(({ takenAt }) => Date.parse(takenAt))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const room = Math.max(Day, (last - first) * 0.06)
  return {
    type: 'time',
    min: first - room,
    max: last + room,
    minInterval: Day,
    splitNumber: 3,
    // The ends are not the beginning of a day.
    axisLabel: { hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (at: number) => tick(at, last - first > Year) },
  }
}

/** A line over the bands of its target. */
export function readingChart({ readings }: Series, bands: readonly Band[], name: string, paint: ThemeColours): EChartsCoreOption {
  const values = readings.map(({ value }) => value)
  const edges = bands.flatMap(({ from, to }) => [from, to]).filter((value) => value !== undefined)
  const [lowest, highest] = [Math.min(...values, ...edges), Math.max(...values, ...edges)]
  const axis = timeAxis(readings)
  const room = Math.max((highest - lowest) * 0.12, 1)
  const [from, to] = [Math.max(0, Math.floor(lowest - room)), Math.ceil(highest + room)]
  return {
    textStyle: { fontFamily: paint.font, color: paint.ink },
    // At the right stand the edges of the bands, beside the readings and not among them.
    grid: { left: 8, right: edges.length > 0 ? 40 : 24, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: paint['surface-raised'],
      borderColor: paint.border,
      textStyle: { color: paint.ink },
    },
    xAxis: {
      ...axis,
      axisLabel: { ...axis.axisLabel, color: paint['ink-soft'] },
      axisLine: { lineStyle: { color: paint['border-strong'] } },
    },
    yAxis: {
      type: 'value',
      min: from,
      max: to,
      axisLabel: { color: paint['ink-soft'] },
      splitLine: { lineStyle: { color: paint.border } },
    },
    series: {
      type: 'line',
      name,
      data: readings.map(({ takenAt, value }) => [takenAt, value]),
      symbol: 'circle',
      symbolSize: 10,
      lineStyle: { width: 2.5, color: paint['series-1'] },
      itemStyle: { color: paint['series-1'] },
      label: { show: true, position: 'top', color: paint.ink },
      // Where points are near each other one figure is read, and not several that lie upon each other: the table has all.
      labelLayout: { hideOverlap: true },
      ...marks(bands, from, to, paint),
    },
  }
}

function marks(bands: readonly Band[], lowest: number, highest: number, paint: ThemeColours) {
  const fill = { target: paint['good-soft'], urgent: paint['danger-soft'] }
  return {
    markArea: {
      silent: true,
      data: bands.map((band) => [
        { yAxis: band.from ?? lowest, itemStyle: { color: fill[band.kind], opacity: 0.75 } },
        { yAxis: band.to ?? highest },
      ]),
    },
    markLine: {
      silent: true,
      // Above the bands, behind the readings.
      z: 1.5,
      symbol: 'none',
      label: { show: true, position: 'end', color: paint['ink-soft'] },
      data: bands.flatMap((band) =>
        [band.from, band.to]
          .filter((value) => value !== undefined)
          .map((yAxis) => ({
            yAxis,
            lineStyle: { color: band.kind === 'urgent' ? paint.danger : paint['series-1'], type: 'dashed', width: 1 },
          })),
      ),
    },
  }
}
