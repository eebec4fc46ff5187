import {
  getCoreRowModel,
  getSortedRowModel,
  useVueTable,
  type ColumnDef,
  type ColumnSizingState,
  type RowSelectionState,
  type SortingState,
  type Table,
  type Updater,
  type VisibilityState,
} from '@tanstack/vue-table'
import { useLocalStorage } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'
import { language } from '@/i18n/language'
import { comparing, type Column } from './columns'

/** What somebody chose for a table on this device; nothing of what it shows. */
interface Choices {
  shown: VisibilityState
  widths: ColumnSizingState
}

const put =
  <S>(state: Ref<S>) =>
  (updater: Updater<S>) => {
    state.value = typeof updater === 'function' ? (updater as (before: S) => S)(state.value) : updater
  }

/**
 * The state of a table: order, columns with their widths, selection.
 *
 * @param name Of the table, under which this device keeps which columns are shown and how wide.
 */
export function useTable<T>(
  name: string,
  columns: () => readonly Column<T>[],
  rows: () => readonly T[],
  keyOf: (row: T) => string,
): { table: Table<T>; sorting: Ref<SortingState>; selection: Ref<RowSelectionState>; columnOf: (id: string) => Column<T> } {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const choices = useLocalStorage<Choices>(`table:${name}`, { shown: {}, widths: {} }, { mergeDefaults: true })
  const sorting = ref<SortingState>([])
  const selection = ref<RowSelectionState>({})
  const shown = computed<VisibilityState>({
    get: () => ({ ...Object.fromEntries(columns().map(({ id, isExtra }) => [id, !isExtra])), ...choices.value.shown }),
    set: (state) => (choices.value.shown = state),
  })
  const widths = computed<ColumnSizingState>({
    get: () => choices.value.widths,
    set: (state) => (choices.value.widths = state),
  })
  const compare = computed(() => comparing(language.value))
  const definitions = computed(() =>
    columns().map((column): ColumnDef<T> => ({
      id: column.id,
      accessorFn: column.value,
      size: column.width * rem,
      minSize: 3 * rem,
      sortUndefined: 'last',
      sortingFn: (left, right, id) => compare.value(left.getValue(id), right.getValue(id)),
    })),
  )
  const data = computed(() => [...rows()])
  const table = useVueTable<T>({
    // Read anew whenever it is asked for: given as a ref, the rows that are drawn would be those of before.
    get data() {
      return data.value
    },
    get columns() {
      return definitions.value
    },
    getRowId: keyOf,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    sortDescFirst: false,
    columnResizeMode: 'onChange',
    state: {
      get sorting() {
        return sorting.value
      },
      get rowSelection() {
        return selection.value
      },
      get columnVisibility() {
        return shown.value
      },
      get columnSizing() {
        return widths.value
      },
    },
    onSortingChange: put(sorting),
    onRowSelectionChange: put(selection),
    onColumnVisibilityChange: put(shown),
    onColumnSizingChange: put(widths),
  })
  const byId = computed(() => new Map(columns().map((column) => [column.id, column])))
  return { table, sorting, selection, columnOf: (id) => byId.value.get(id)! }
}
