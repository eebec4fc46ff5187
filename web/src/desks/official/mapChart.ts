import type { EChartsCoreOption } from 'echarts/core'
import type { Paint } from '@/charts/paint'
import outlines from '../../../../seeds/regions/meizhou-counties.geojson?url'
import { rate } from '@/i18n/formats'
import { measureOf, stepOf, type MeasureCode, type RegionMeasures } from './measures'
import { colourOf } from './ramp'

const Map = 'meizhou'

/** The outlines come when the first map is shown. */
export async function prepareMap(charts: typeof import('@/charts/charts')): Promise<void> {
  const response = await fetch(outlines)
  if (!response.ok) throw new Error(`outlines ${response.status}`)
  charts.registerMap(Map, await response.json())
}

export function mapChart(counties: readonly RegionMeasures[], code: MeasureCode, fraction: (region: RegionMeasures) => string, size: number, paint: Paint): EChartsCoreOption {
  return {
    textStyle: { fontFamily: paint.font },
    tooltip: { show: true, confine: true, backgroundColor: paint['surface-raised'], borderColor: paint.border, textStyle: { color: paint.ink }, formatter: ({ name }: { name: string }) => tipOf(counties, name, fraction) },
    series: [
      {
        type: 'map',
        map: Map,
        roam: false,
        selectedMode: false,
        // A small county in the middle of a large one.
        labelLayout: { moveOverlap: 'shiftY' },
        top: 8,
        bottom: 8,
        emphasis: { itemStyle: { borderColor: paint.ink, borderWidth: 3 }, label: { show: true } },
        data: counties.map((county) => {
          const { rate: value } = measureOf(county, code)
          const { fill, ink } = colourOf(stepOf(value))
          const label = { show: true, color: ink, fontSize: size, fontWeight: 600, formatter: `${county.name}\n${rate(value)}` }
          return { name: county.name, value: value ?? Number.NaN, itemStyle: { areaColor: fill, borderColor: paint['border-strong'], borderWidth: 1 }, label, emphasis: { itemStyle: { areaColor: fill }, label: { ...label } } }
        }),
      },
    ],
  }
}

function tipOf(counties: readonly RegionMeasures[], name: string, fraction: (region: RegionMeasures) => string): string {
  const county = counties.find((one) => one.name === name)
  return county ? `${county.name}<br>${fraction(county)}` : name
}
