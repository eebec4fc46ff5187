import { defineAsyncComponent } from 'vue'
import { loadSharedMessages } from '@/i18n/i18n'

/** The first screen and records without photographs load none of it. */
const words = () => loadSharedMessages('photographs')

export const PhotographPicker = defineAsyncComponent(async () => (await words(), import('./PhotographPicker.vue')))
export const EntryPhotographs = defineAsyncComponent(async () => (await words(), import('./EntryPhotographs.vue')))
export const AddPhotographs = defineAsyncComponent(async () => (await words(), import('./AddPhotographs.vue')))
export const UnsentPhotographs = defineAsyncComponent(async () => (await words(), import('./UnsentPhotographs.vue')))
