import type { EChartsCoreOption } from 'echarts/core'
import type { ThemeColours } from '@/charts/themeColours'
import outlines from '../../../../seeds/regions/meizhou-counties.geojson?url'
import { rate } from '@/i18n/formats'
import { labelPlaces, type Drawn } from './mapLabels'
import { measureOf, stepOf, type MeasureCode, type RegionMeasures } from './measures'
import { colourOf } from './ramp'

const Map = 'meizhou'

let placeOf: ReturnType<typeof labelPlaces> | undefined

/** The outlines come when the first map is shown. */
export async function prepareMap(charts: typeof import('@/charts/charts')): Promise<void> {
  const response = await fetch(outlines)
  if (!response.ok) throw new Error(`outlines ${response.status}`)
  const map = await response.json()
  placeOf = labelPlaces(map.features)
  charts.registerMap(Map, map)
}

export function mapChart(
  counties: readonly RegionMeasures[],
  code: MeasureCode,
  fraction: (region: RegionMeasures) => string,
  size: number,
  paint: ThemeColours,
): EChartsCoreOption {
  return {
    textStyle: { fontFamily: paint.font },
    tooltip: {
      show: true,
      confine: true,
      backgroundColor: paint['surface-raised'],
      borderColor: paint.border,
      textStyle: { color: paint.ink },
      formatter: ({ name }: { name: string }) => tipOf(counties, name, fraction),
    },
    series: [
      {
        type: 'map',
        map: Map,
        roam: false,
        selectedMode: false,
        top: 8,
        bottom: 8,
        emphasis: { itemStyle: { borderColor: paint.ink, borderWidth: 3 }, label: { show: true } },
        labelLayout: (drawn: Drawn & { text: string }) => placeOf?.(drawn.text.split('\n')[0]!, drawn),
        labelLine: { show: true, lineStyle: { color: paint['border-strong'], width: 1.5 } },
        data: counties.map((county) => {
          const { rate: value } = measureOf(county, code)
          const { fill } = colourOf(stepOf(value))
          // Read on every colour and beside the map alike.
          const label = {
            show: true,
            color: paint.ink,
            textBorderColor: paint.surface,
            textBorderWidth: 3,
            fontSize: size,
            fontWeight: 600,
            formatter: `${county.name}\n${rate(value)}`,
          }
          return {
            name: county.name,
            value: value ?? Number.NaN,
            itemStyle: { areaColor: fill, borderColor: paint['border-strong'], borderWidth: 1 },
            label,
            emphasis: { itemStyle: { areaColor: fill }, label: { ...label } },
          }
        }),
      },
    ],
  }
}

function tipOf(counties: readonly RegionMeasures[], name: string, fraction: (region: RegionMeasures) => string): string {
  const county = counties.find((one) => one.name === name)
  return county ? `${county.name}<br>${fraction(county)}` : name
}
