import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, loadCommonMessages } from './i18n/i18n'
import { beginNewVersions } from './offline/newVersion'
import { useConnection } from './offline/connection'
import { router } from './router'
import { useSession } from './session/session'

const app = createApp(App).use(createPinia()).use(i18n).use(router)
useConnection().begin()
beginNewVersions(router)
await Promise.all([loadCommonMessages(), useSession().restore()])
app.mount('#app')
