import type { Component } from 'vue'
import ConditionsStep from './ConditionsStep.vue'
import HouseholdStep from './HouseholdStep.vue'
import MembersStep from './MembersStep.vue'
import ReadingsStep from './ReadingsStep.vue'
import SendStep from './SendStep.vue'
import VillageStep from './VillageStep.vue'

export const steps: readonly { name: string; component: Component }[] = [
  { name: 'village', component: VillageStep },
  { name: 'household', component: HouseholdStep },
  { name: 'members', component: MembersStep },
  { name: 'conditions', component: ConditionsStep },
  { name: 'readings', component: ReadingsStep },
  { name: 'send', component: SendStep },
]
