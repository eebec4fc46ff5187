import { mount, type ComponentMountingOptions } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n, loadCommonMessages, loadDeskMessages, loadSharedMessages } from '@/i18n/i18n'

/** What a component stands in: words, stores, addresses, and the place where dialogs are drawn. A fresh one for every test. */
export interface Around {
  router: Router
  /** Draws a component in the page, so that it can have the focus. */
  draw: <T extends Component>(component: T, options?: ComponentMountingOptions<T>) => ReturnType<typeof mount<T>>
}

/** @param slices Whose words the components need beside those of the app and of the health worker's desk. */
export function useAround(...slices: string[]): Around {
  const around = {} as Around
  let undo: (() => void)[] = []

  beforeEach(async () => {
    const pinia = createPinia()
    setActivePinia(pinia)
    document.body.innerHTML = '<div id="dialogs"></div>'
    await Promise.all([loadCommonMessages(), loadDeskMessages('healthWorker'), loadSharedMessages(...slices)])
    const page = { render: () => null }
    around.router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: page }] })
    await around.router.push('/')
    around.draw = (component, options = {}) => {
      const wrapper = mount(
        component as never,
        {
          attachTo: document.body,
          ...options,
          global: { plugins: [pinia, i18n, around.router] },
        } as never,
      ) as ReturnType<Around['draw']>
      undo.push(() => wrapper.unmount())
      return wrapper as never
    }
  })
  afterEach(() => {
    for (const step of undo) step()
    undo = []
  })
  return around
}

/** The control that a label names, found as assistive technology finds it. */
export function controlOf(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.replace('*', '').trim() === label)
  const control = found && (found.htmlFor ? document.getElementById(found.htmlFor) : found.querySelector('input, select, textarea'))
  if (!control) throw new Error(`No control is labelled ${label}.`)
  return control as HTMLInputElement
}

/** All texts that describe a control. */
export function descriptionOf(control: Element): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => {
    const text = document.getElementById(id)?.textContent?.trim()
    if (text === undefined) throw new Error(`The control is described by ${id}, which is not there.`)
    return text
  })
}

export function button(text: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)
  if (!found) throw new Error(`No button says ${text}.`)
  return found
}
