import type { EChartsCoreOption } from 'echarts/core'
import type { Schemas } from '@/api'
import type { ThemeColours } from '@/charts/themeColours'
import { day, rate } from '@/i18n/formats'
import { measureOf, type MeasureCode } from './measures'

/** A day that was not counted leaves no point, and no line is drawn to a guess. */
export function trendChart(days: readonly Schemas['DayMeasures'][], code: MeasureCode, paint: ThemeColours): EChartsCoreOption {
  return {
    textStyle: { fontFamily: paint.font, color: paint.ink },
    grid: { left: 8, right: 24, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: paint['surface-raised'],
      borderColor: paint.border,
      textStyle: { color: paint.ink },
      valueFormatter: (value: number | undefined) => rate(value),
    },
    xAxis: {
      type: 'category',
      data: days.map((one) => day(one.day)),
      // The last day is named within the chart; one beside it would stick out.
      axisLabel: { color: paint['ink-soft'], hideOverlap: true, showMaxLabel: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
      axisLine: { lineStyle: { color: paint['border-strong'] } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: { color: paint['ink-soft'], formatter: (value: number) => rate(value) },
      splitLine: { lineStyle: { color: paint.border } },
    },
    series: [
      {
        type: 'line',
        data: days.map((one) => measureOf(one, code).rate ?? null),
        symbolSize: 8,
        lineStyle: { width: 2.5, color: paint['series-1'] },
        itemStyle: { color: paint['series-1'] },
        areaStyle: { color: paint['series-1'], opacity: 0.12 },
      },
    ],
  }
}
