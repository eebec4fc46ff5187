import { LineChart, MapChart } from 'echarts/charts'
import { GeoComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

/** Only what our charts are made of; a chunk of its own (`charts-…`), asked for when the first chart is shown. */
use([LineChart, MapChart, GeoComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, LabelLayout, CanvasRenderer])

export { init, registerMap }
