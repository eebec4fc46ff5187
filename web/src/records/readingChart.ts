import type { EChartsCoreOption } from 'echarts/core'
import type { Paint } from '@/charts/paint'
import { day } from '@/i18n/formats'
import type { Band } from './bands'
import type { Series } from './series'

/** A line over the bands of its target. */
export function readingChart({ readings }: Series, bands: readonly Band[], name: string, paint: Paint): EChartsCoreOption {
  const values = readings.map(({ value }) => value)
  const edges = bands.flatMap(({ from, to }) => [from, to]).filter((value) => value !== undefined)
  const [lowest, highest] = [Math.min(...values, ...edges), Math.max(...values, ...edges)]
  const room = Math.max((highest - lowest) * 0.12, 1)
  const [from, to] = [Math.max(0, Math.floor(lowest - room)), Math.ceil(highest + room)]
  return {
    textStyle: { fontFamily: paint.font, color: paint.ink },
    grid: { left: 8, right: 16, top: 16, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', confine: true, backgroundColor: paint['surface-raised'], borderColor: paint.border, textStyle: { color: paint.ink } },
    xAxis: { type: 'time', axisLabel: { color: paint['ink-soft'], hideOverlap: true, formatter: (at: number) => day(new Date(at).toISOString()) }, axisLine: { lineStyle: { color: paint['border-strong'] } }, splitNumber: 3 },
    yAxis: { type: 'value', min: from, max: to, axisLabel: { color: paint['ink-soft'] }, splitLine: { lineStyle: { color: paint.border } } },
    series: {
      type: 'line',
      name,
      data: readings.map(({ takenAt, value }) => [takenAt, value]),
      symbol: 'circle',
      symbolSize: 10,
      lineStyle: { width: 2.5, color: paint['series-1'] },
      itemStyle: { color: paint['series-1'] },
      label: { show: true, position: 'top', color: paint.ink },
      ...marks(bands, from, to, paint),
    },
  }
}

function marks(bands: readonly Band[], lowest: number, highest: number, paint: Paint) {
  const fill = { target: paint['good-soft'], urgent: paint['danger-soft'] }
  return {
    markArea: {
      silent: true,
      data: bands.map((band) => [{ yAxis: band.from ?? lowest, itemStyle: { color: fill[band.kind], opacity: 0.75 } }, { yAxis: band.to ?? highest }]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: true, position: 'insideEndTop', color: paint['ink-soft'] },
      data: bands.flatMap((band) => [band.from, band.to].filter((value) => value !== undefined).map((yAxis) => ({ yAxis, lineStyle: { color: band.kind === 'urgent' ? paint.danger : paint['series-1'], type: 'dashed', width: 1 } }))),
    },
  }
}
