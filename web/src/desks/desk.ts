import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { IconName } from '@/components/icons'
import type { Role } from '@/session/session'

export interface Place {
  to: string
  /** Key of its name, such as `healthWorker.navigation.households`. */
  label: string
  icon: IconName
  /** How much waits there; nought says nothing. */
  count?: () => number
  /** Not in the bar of a phone, which holds five: another page leads there. */
  isWide?: boolean
}

/** What one role works with. Its folder holds the pages, `zh-CN.json` and `en.json`; HomePage.vue is its first screen. */
export interface Desk {
  name: string
  roles: readonly Role[]
  home: string
  navigation: readonly Place[]
  routes: readonly RouteRecordRaw[]
  /** Beside the account in the top bar, such as what waits to be sent. */
  status?: Component
}
